// title: Communities of developers by label propagation
// about: Each developer takes the label that weighs most among those they share repositories with, round by round, on one
//   thread, so that it gives the same communities again. Quick and coarse: a dense network often becomes one community.
// kind: metric
// param weight: strength|repositories|jaccard|collaboration = strength which property of the ties weighs
// param rounds: int = 100 [1..10000] most rounds
// returns key: str key of the developer
// returns label_propagation: int number of their community, 1 is the largest
// needs: developer-ties
// projection: nodes=Developer edges=COLLABORATES_WITH orientation=undirected properties=strength,repositories,jaccard,collaboration
// writes: Developer.label_propagation
// example:
CALL gds.labelPropagation.stream($graph, {
  relationshipWeightProperty: $weight, maxIterations: $rounds, concurrency: 1
}) YIELD nodeId, communityId
// include: numbered
RETURN key, community AS label_propagation

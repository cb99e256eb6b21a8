// title: Communities of repositories by label propagation
// about: Each repository takes the label that weighs most among those it shares developers with, round by round, on one
//   thread, so that it gives the same communities again. Quick and coarse: a dense network often becomes one community.
// kind: metric
// param weight: strength|developers|jaccard|lift|collaboration = strength which property of the ties weighs
// param rounds: int = 100 [1..10000] most rounds
// returns key: str key of the repository
// returns label_propagation: int number of its community, 1 is the largest
// needs: shared-ties
// projection: nodes=Repository edges=SHARES_DEVELOPERS orientation=undirected properties=strength,developers,jaccard,lift,collaboration
// writes: Repository.label_propagation
// example:
CALL gds.labelPropagation.stream($graph, {
  relationshipWeightProperty: $weight, maxIterations: $rounds, concurrency: 1
}) YIELD nodeId, communityId
// include: numbered
RETURN key, community AS label_propagation

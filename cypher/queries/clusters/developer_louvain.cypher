// title: Communities of developers by shared repositories (Louvain)
// about: The Louvain algorithm on developers tied by shared repositories, weighted. It takes nodes in a fixed order on one
//   thread, so that it gives the same communities again; Leiden's are better connected. Numbered by size, the largest is 1.
// kind: metric
// param weight: strength|repositories|jaccard|collaboration = strength which property of the ties weighs
// param levels: int = 10 [1..100] most levels of communities of communities
// param rounds: int = 20 [1..1000] most rounds of moving nodes on a level
// returns key: str key of the developer
// returns louvain: int number of their community, 1 is the largest
// needs: developer-ties
// projection: nodes=Developer edges=COLLABORATES_WITH orientation=undirected properties=strength,repositories,jaccard,collaboration
// writes: Developer.louvain
// example:
CALL gds.louvain.stream($graph, {
  relationshipWeightProperty: $weight, maxLevels: $levels, maxIterations: $rounds, tolerance: 1e-6, concurrency: 1
}) YIELD nodeId, communityId
// include: numbered
RETURN key, community AS louvain

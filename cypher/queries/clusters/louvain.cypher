// title: Communities of repositories by shared developers (Louvain)
// about: The Louvain algorithm on repositories tied by shared developers, weighted. It takes nodes in a fixed order on one
//   thread, so that it gives the same communities again; Leiden's are better connected. Numbered by size, the largest is 1.
// kind: metric
// param weight: strength|developers|jaccard|lift|collaboration = strength which property of the ties weighs
// param levels: int = 10 [1..100] most levels of communities of communities
// param rounds: int = 20 [1..1000] most rounds of moving nodes on a level
// returns key: str key of the repository
// returns louvain: int number of its community, 1 is the largest
// needs: shared-ties
// projection: nodes=Repository edges=SHARES_DEVELOPERS orientation=undirected properties=strength,developers,jaccard,lift,collaboration
// writes: Repository.louvain
// example:
CALL gds.louvain.stream($graph, {
  relationshipWeightProperty: $weight, maxLevels: $levels, maxIterations: $rounds, tolerance: 1e-6, concurrency: 1
}) YIELD nodeId, communityId
// include: numbered
RETURN key, community AS louvain

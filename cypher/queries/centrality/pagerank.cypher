// title: PageRank of repositories by shared developers
// about: Central is who is tied to the central: each repository gives 85 % of its value to those it shares developers with, by the
//   weight of the tie. Rounds stop when no value changes by more than 1e-8: values are right to a millionth. Repositories
//   without a tie have none. Nothing else is computed, so it is quick on large networks too; the other centralities are the
//   measure `repository-centrality`.
// kind: metric
// param weight: strength|developers|jaccard|lift|collaboration = strength which property of the ties weighs
// returns key: str key of the repository
// returns pagerank: float damping 0.85, as GDS scales it: 1 is the mean of a connected network
// needs: shared-ties
// projection: nodes=Repository edges=SHARES_DEVELOPERS orientation=undirected properties=strength,developers,jaccard,lift,collaboration
// writes: Repository.pagerank
// example:
CALL gds.pageRank.stream($graph, {relationshipWeightProperty: $weight, dampingFactor: 0.85, maxIterations: 500, tolerance: 1e-8,
                                  concurrency: 1}) YIELD nodeId, score
RETURN gds.util.asNode(nodeId).key AS key, score AS pagerank
ORDER BY pagerank DESC, key

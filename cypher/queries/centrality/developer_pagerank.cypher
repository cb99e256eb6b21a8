// title: PageRank of developers by shared repositories
// about: Central is who is tied to the central: each gives 85 % of their value to those they share repositories with, by the
//   weight of the tie. Rounds stop when no value changes by more than 1e-8. Developers without a tie have none. Nothing
//   else is computed, so it is quick on large networks too; the other centralities are the measure `developer-centrality`.
// kind: metric
// param weight: strength|repositories|jaccard|collaboration = strength which property of the ties weighs
// returns key: str key of the developer
// returns pagerank: float damping 0.85, as GDS scales it: 1 is the mean of a connected network
// needs: developer-ties
// projection: nodes=Developer edges=COLLABORATES_WITH orientation=undirected properties=strength,repositories,jaccard,collaboration
// writes: Developer.pagerank
// example:
CALL gds.pageRank.stream($graph, {relationshipWeightProperty: $weight, dampingFactor: 0.85, maxIterations: 500, tolerance: 1e-8,
                                  concurrency: 1}) YIELD nodeId, score
RETURN gds.util.asNode(nodeId).key AS key, score AS pagerank
ORDER BY pagerank DESC, key

// Every centrality of the nodes of projection `$graph`: a map `scores` per `key`. Distances
// count ties. Rounds stop when no value changes by more than 1e-10. What asks for the paths from each node to all others is
// computed for up to `$exact_up_to` nodes, and none for more: a thousand times the nodes take a million times as long. GDS
// would sample betweenness, but draws its pivots by degree, which makes all values too low: our own are drawn evenly.
// None is weighted: PageRank is, and is a measure of its own. Of eigenvector centrality and ArticleRank: for the one GDS divides weights by those of the node, which would
// leave its share of all ties; for the other it adds the mean number of ties to a sum of weights.
CALL () {
  CALL gds.degree.stream($graph, {concurrency: 1}) YIELD nodeId, score
  RETURN nodeId, 'degree' AS measure, score
  UNION ALL
  CALL gds.articleRank.stream($graph, {dampingFactor: 0.85, maxIterations: 500, tolerance: 1e-10, concurrency: 1}) YIELD nodeId, score
  RETURN nodeId, 'article_rank' AS measure, score
  UNION ALL
  CALL gds.eigenvector.stream($graph, {maxIterations: 1000, tolerance: 1e-10, concurrency: 1}) YIELD nodeId, score
  RETURN nodeId, 'eigenvector' AS measure, score
  UNION ALL
  CALL gds.graph.list($graph) YIELD nodeCount
  WITH nodeCount WHERE nodeCount <= $exact_up_to
  CALL gds.closeness.stream($graph, {useWassermanFaust: true, concurrency: 1}) YIELD nodeId, score
  RETURN nodeId, 'closeness' AS measure, score
  UNION ALL
  CALL gds.graph.list($graph) YIELD nodeCount
  WITH nodeCount WHERE nodeCount <= $exact_up_to
  CALL gds.closeness.harmonic.stream($graph, {concurrency: 1}) YIELD nodeId, score
  RETURN nodeId, 'harmonic' AS measure, score
  UNION ALL
  CALL gds.graph.list($graph) YIELD nodeCount
  WITH nodeCount WHERE nodeCount <= $exact_up_to
  CALL gds.betweenness.stream($graph, {concurrency: 1}) YIELD nodeId, score
  RETURN nodeId, 'betweenness' AS measure,
         CASE WHEN nodeCount > 2 THEN 2.0 * score / ((nodeCount - 1) * (nodeCount - 2)) ELSE 0.0 END AS score
}
WITH nodeId, apoc.map.fromPairs(collect([measure, score])) AS scores
WITH gds.util.asNode(nodeId).key AS key, scores

// Of the bipartite projection `$graph` the nodes of `label` that are most alike by `$by` (jaccard, overlap or cosine): of each its
// `$top`, as `node1`, `node2` and `similarity`; of those with `least` edges. Where `one` node is asked for, or the graph has up to
// `$exact_up_to` edges, all are compared; else a thousand that embeddings (FastRP) and their nearest neighbours choose.
CALL gds.graph.list($graph) YIELD relationshipCount
WITH label, least, relationshipCount <= $exact_up_to OR one IS NOT NULL AS exact
CALL (label, exact) {
  WITH * WHERE exact
  RETURN label AS sources
  UNION ALL
  WITH * WHERE NOT exact
  // One step along the edges, not scaled by degree: the sum of the other side's random vectors, and nothing else.
  CALL gds.fastRP.mutate($graph, {embeddingDimension: 128, iterationWeights: [1.0], normalizationStrength: 0,
    relationshipWeightProperty: CASE $by WHEN 'cosine' THEN 'weight' END, randomSeed: 42, concurrency: 1,
    mutateProperty: 'embedding'}) YIELD nodePropertiesWritten
  CALL gds.knn.stream($graph, {nodeLabels: [label], nodeProperties: {embedding: 'COSINE'}, topK: 1,
    maxIterations: 20, deltaThreshold: 0.01, randomSeed: 42, concurrency: 1}) YIELD node1, similarity
  WITH exact, node1, similarity ORDER BY similarity DESC, node1 LIMIT 1000
  WITH exact, collect(node1) AS sources  // by `exact`: without it there would be a row for no rows
  RETURN sources
}
CALL (sources, least) {
  WITH * WHERE $by <> 'cosine'
  CALL gds.nodeSimilarity.filtered.stream($graph, {sourceNodeFilter: sources, topK: $top, similarityMetric: toUpper($by),
    degreeCutoff: least, concurrency: 1}) YIELD node1, node2, similarity
  RETURN node1, node2, similarity
  UNION ALL
  WITH * WHERE $by = 'cosine'
  CALL gds.nodeSimilarity.filtered.stream($graph, {sourceNodeFilter: sources, topK: $top, similarityMetric: 'COSINE',
    relationshipWeightProperty: 'weight', degreeCutoff: least, concurrency: 1}) YIELD node1, node2, similarity
  RETURN node1, node2, similarity
}
WITH gds.util.asNode(node1) AS this, gds.util.asNode(node2) AS that, similarity

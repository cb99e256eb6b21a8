// title: Centrality of repositories by shared developers
// about: Degree (repositories that share a developer), PageRank weighted by the strength of the ties, and betweenness over
//   unweighted ties, normalised to 0..1 by the number of pairs of other tied repositories. Betweenness is exact.
// kind: metric
// returns key: str key of the repository
// returns degree: float repositories that share a developer with it
// returns pagerank: float PageRank, damping 0.85, as GDS scales it
// returns betweenness: float share of shortest paths that pass through it, 0..1
// needs: shared-ties
// projection: nodes=Repository edges=SHARES_DEVELOPERS orientation=undirected properties=strength
// writes: Repository.degree, pagerank, betweenness
// example:
CALL gds.degree.stream($graph) YIELD nodeId, score
WITH nodeId, score AS degree WHERE degree > 0
WITH apoc.map.fromPairs(collect([toString(nodeId), degree])) AS degrees, count(*) AS tied
CALL gds.pageRank.stream($graph, {relationshipWeightProperty: 'strength', dampingFactor: 0.85, concurrency: 1})
YIELD nodeId, score
WITH degrees, tied, apoc.map.fromPairs(collect([toString(nodeId), score])) AS ranks
CALL gds.betweenness.stream($graph, {concurrency: 1}) YIELD nodeId, score
WITH degrees, ranks, tied, nodeId, score WHERE degrees[toString(nodeId)] IS NOT NULL
RETURN gds.util.asNode(nodeId).key AS key, degrees[toString(nodeId)] AS degree, ranks[toString(nodeId)] AS pagerank,
       CASE WHEN tied > 2 THEN 2.0 * score / ((tied - 1) * (tied - 2)) ELSE 0.0 END AS betweenness
ORDER BY pagerank DESC, key

// Where the projection `$graph` would fall apart: `kind` bridge with both `sides`, or cut point with one.
CALL () {
  CALL gds.bridges.stream($graph, {concurrency: 1}) YIELD from, to
  RETURN 'bridge' AS kind, [gds.util.asNode(from), gds.util.asNode(to)] AS sides
  UNION ALL
  CALL gds.articulationPoints.stream($graph, {concurrency: 1}) YIELD nodeId
  RETURN 'cut point' AS kind, [gds.util.asNode(nodeId)] AS sides
}

// title: How deep in the core of the network a developer is
// about: The largest k for which a developer belongs to a group in which each shares repositories with at least k others of
//   the group (core number, Seidman 1983). Ties are not weighted; developers without a tie have none.
// kind: metric
// returns key: str key of the developer
// returns core: int their core number, 1 at least
// needs: developer-ties
// projection: nodes=Developer edges=COLLABORATES_WITH orientation=undirected
// writes: Developer.core
// example:
CALL gds.kcore.stream($graph, {concurrency: 1}) YIELD nodeId, coreValue
RETURN gds.util.asNode(nodeId).key AS key, coreValue AS core
ORDER BY core DESC, key

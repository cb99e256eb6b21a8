// title: How deep in the core of the network a repository is
// about: The largest k for which a repository belongs to a group in which each shares developers with at least k others of
//   the group (core number, Seidman 1983). Ties are not weighted; repositories without a tie have none.
// kind: metric
// returns key: str key of the repository
// returns core: int its core number, 1 at least
// needs: shared-ties
// projection: nodes=Repository edges=SHARES_DEVELOPERS orientation=undirected
// writes: Repository.core
// example:
CALL gds.kcore.stream($graph, {concurrency: 1}) YIELD nodeId, coreValue
RETURN gds.util.asNode(nodeId).key AS key, coreValue AS core
ORDER BY core DESC, key

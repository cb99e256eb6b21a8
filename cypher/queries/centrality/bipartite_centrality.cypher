// title: Projects and people in one network
// about: The graph of developers and the repositories that they contribute to, as it is, with nothing folded into ties: PageRank of
//   both kinds, weighted by contributions, how many of the other kind each is tied to, and the Leiden community that projects and
//   people form together. Asked for one repository, the network is that of the repositories that share a developer with it.
//   Who touches more repositories than `widest` (serial fixers of typing errors, mostly) is left out, and repositories of fewer
//   developers than `min_developers`. Computed when asked, of any window; nothing is stored.
// kind: table
// param repository: repository = none only the network around this one, owner/name
// param show: both|repositories|developers = both whose rows to show
// param by: pagerank|degree|contributions = pagerank what to order by
// param min_developers: int = 1 [1..100000] fewest developers of a repository that counts
// param widest: int = 50 [2..10000] most repositories, of those looked at, that a developer may touch and still count
// param gamma: float = 1.0 [0.01..10] resolution of the communities: higher gives more and smaller ones
// param seed: int = 42 [0..1000000] seed of the communities' random choices
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two in each period
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param limit: int = 50 [1..10000] most rows to return
// returns kind: str repository or developer
// returns name: str owner/name, or login
// returns pagerank: float damping 0.85, weighted by contributions, as GDS scales it: 1 is the mean of a connected network
// returns degree: int developers of the repository, or repositories of the developer
// returns contributions: int to the repository, or of the developer, in this network
// returns community: int number of the Leiden community, 1 has most members
// returns sources: list[str] sources that answered for the repository, or for the developer's repositories
// budget: 120 s
// projection: from=bipartite orientation=undirected properties=weight
// load: ossatlas load github OWNER/NAME
// example: limit=10
// example: repository=vllm-project/vllm show=developers limit=10
CALL () {
  CALL gds.leiden.stream($graph, {relationshipWeightProperty: 'weight', gamma: $gamma, randomSeed: $seed, concurrency: 1})
  YIELD nodeId, communityId
  WITH communityId, nodeId ORDER BY gds.util.asNode(nodeId).key
  WITH communityId, collect(nodeId) AS members
  ORDER BY size(members) DESC, gds.util.asNode(members[0]).key
  WITH collect(members) AS communities
  UNWIND range(1, size(communities)) AS community
  UNWIND communities[community - 1] AS nodeId
  RETURN nodeId, 'community' AS measure, toFloat(community) AS value
  UNION ALL
  CALL gds.pageRank.stream($graph, {relationshipWeightProperty: 'weight', dampingFactor: 0.85, maxIterations: 500,
                                    tolerance: 1e-10, concurrency: 1}) YIELD nodeId, score
  RETURN nodeId, 'pagerank' AS measure, score AS value
  UNION ALL
  CALL gds.degree.stream($graph, {concurrency: 1}) YIELD nodeId, score
  RETURN nodeId, 'degree' AS measure, score AS value
  UNION ALL
  CALL gds.degree.stream($graph, {relationshipWeightProperty: 'weight', concurrency: 1}) YIELD nodeId, score
  RETURN nodeId, 'contributions' AS measure, score AS value
}
WITH nodeId, apoc.map.fromPairs(collect([measure, value])) AS told
WITH gds.util.asNode(nodeId) AS n, told
WHERE $show = 'both' OR n:Repository = ($show = 'repositories')
WITH n, told, coalesce(n.name, n.login) AS name ORDER BY told[$by] DESC, n.key LIMIT $limit
CALL (n) {
  WITH * WHERE n:Repository
  RETURN n AS r
  UNION
  MATCH (n:Developer)-[:CONTRIBUTED_TO]->(r:Repository)
  RETURN r
}
// include: answering_source
WITH n, told, name, apoc.coll.sort(collect(DISTINCT source)) AS sources
RETURN CASE WHEN n:Repository THEN 'repository' ELSE 'developer' END AS kind, name, told.pagerank AS pagerank,
       toInteger(told.degree) AS degree, toInteger(round(told.contributions)) AS contributions,
       toInteger(told.community) AS community, sources
ORDER BY told[$by] DESC, n.key

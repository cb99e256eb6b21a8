// title: Developers with similar repositories
// about: For each developer, or one, those whose repositories are most alike, by GDS node similarity on the graph of
//   developers and repositories of the window: Jaccard (shared, of those of either), overlap (shared, of the smaller), or
//   cosine (of contributions). Who touches fewer repositories than `min_repositories` is like too many by chance, and who touches
//   more than `widest` (serial fixers of typing errors, mostly) is left out. Asked for one developer it looks at those alone who
//   share a repository. In a graph of more edges than `exact_up_to` embeddings (FastRP) and their nearest neighbours choose the
//   developers that are compared, a thousand of them, so that a pair may be missed; every value is exact. Nothing is stored; `developer-ties` stores all pairs.
// kind: table
// param developer: developer = none only pairs with this developer first, login
// param by: jaccard|overlap|cosine = jaccard what likeness means; cosine weighs by contributions
// param top: int = 5 [1..100] most alike ones of each developer
// param min_repositories: int = 3 [1..100000] fewest repositories of a developer who is compared
// param widest: int = 50 [2..10000] most repositories, of those looked at, that a developer may touch and still count
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two in each period
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param exact_up_to: int = 300000 [0..100000000] most edges between developers and repositories for all to be compared
// param limit: int = 100 [1..10000] most rows to return
// returns developer: str login
// returns similar: str login of the one who is like them
// returns similarity: float by the likeness asked for, 0..1
// returns organizations: list[str] employers or universities of the first, none where unknown
// returns similar_organizations: list[str] employers or universities of the other, none where unknown
// returns shared: list[str] up to five repositories that both have contributions to, whatever the window, by name
// returns sources: list[str] sources that tell of these repositories
// budget: 120 s
// projection: from=bipartite_of_developers orientation=natural properties=weight
// load: ossatlas load github OWNER/NAME
// example: from=2025-01 to=2025-06 by=cosine top=1 limit=10
// example: developer=youkaichao
WITH 'Developer' AS label, $developer AS one, $min_repositories AS least
// include: most_alike
WHERE $developer IS NULL OR this.key = $developer
WITH this, that, similarity ORDER BY similarity DESC, toLower(this.login), toLower(that.login) LIMIT $limit
CALL (this, that) {
  UNWIND [this, that] AS d
  // include: employers
  RETURN collect({key: d.key, organizations: organizations}) AS told
}
CALL (this, that) {
  MATCH (this)-[:CONTRIBUTED_TO]->(r:Repository)<-[:CONTRIBUTED_TO]-(that)
  WITH DISTINCT r
  // include: answering_source
  WITH r, source WHERE source IS NOT NULL ORDER BY r.name
  RETURN collect(r.name)[..5] AS shared, apoc.coll.sort(collect(DISTINCT source)) AS sources
}
RETURN this.login AS developer, that.login AS similar, similarity,
       head([t IN told WHERE t.key = this.key]).organizations AS organizations,
       head([t IN told WHERE t.key = that.key]).organizations AS similar_organizations, shared, sources
ORDER BY similarity DESC, toLower(developer), toLower(similar)

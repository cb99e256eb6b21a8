// title: Repositories with similar developers
// about: For each repository, or one, those whose developers are most alike, by GDS node similarity on the graph of
//   developers and repositories of the window: Jaccard (shared, of those of either), overlap (shared, of the smaller), or
//   cosine (of contributions). Who touches more repositories than `widest` (serial fixers of typing errors, mostly) is left
//   out: a few of them make most of the pairs. Asked for one repository it looks at those alone that share a developer.
//   In a graph of more edges than `exact_up_to` embeddings (FastRP) and their nearest neighbours choose the repositories that
//   are compared, a thousand of them, so that a pair may be missed; every value is exact. Nothing is stored; `shared-ties` stores all pairs.
// kind: table
// param repository: repository = none only pairs with this repository first, owner/name
// param by: jaccard|overlap|cosine = jaccard what likeness means; cosine weighs by contributions
// param top: int = 5 [1..100] most alike ones of each repository
// param min_developers: int = 3 [1..100000] fewest developers of a repository that is compared
// param widest: int = 50 [2..10000] most repositories, of those looked at, that a developer may touch and still count
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two in each period
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param exact_up_to: int = 300000 [0..100000000] most edges between developers and repositories for all to be compared
// param limit: int = 100 [1..10000] most rows to return
// returns repository: str owner/name
// returns similar: str the one that is like it
// returns similarity: float by the likeness asked for, 0..1
// returns domain: str domain of the first on the LLM landscape, none where it is not on it
// returns similar_domain: str domain of the other
// returns sources: list[str] sources that answered for the two
// budget: 120 s
// projection: from=bipartite orientation=natural properties=weight
// load: ossatlas load github OWNER/NAME
// example: repository=vllm-project/vllm
// example: from=2025-01 to=2025-06 by=cosine top=1
WITH 'Repository' AS label, $repository AS one, $min_developers AS least
// include: most_alike
WHERE $repository IS NULL OR this.key = $repository
WITH this, that, similarity ORDER BY similarity DESC, this.name, that.name LIMIT $limit
CALL (this, that) {
  UNWIND [this, that] AS r
  // include: answering_source
  // include: domain
  RETURN collect({key: r.key, source: source, domain: domain}) AS told
}
RETURN this.name AS repository, that.name AS similar, similarity, head([t IN told WHERE t.key = this.key]).domain AS domain,
       head([t IN told WHERE t.key = that.key]).domain AS similar_domain,
       apoc.coll.sort(apoc.coll.toSet([t IN told WHERE t.source IS NOT NULL | t.source])) AS sources
ORDER BY similarity DESC, repository, similar

// title: Who ties communities of projects together
// about: Developers who contribute to projects of several communities: those who reach most communities first, then by what
//   they contribute outside their main one. Their main community is the one that they contribute most to. Who touches more
//   repositories than `widest` (serial fixers of typing errors, mostly) is left out. One source answers for each repository.
// kind: table
// param community: int = none [1..1000000] only developers who contribute to this community
// param by: community|louvain|label_propagation = community which communities: Leiden's, or those of another measure
// param widest: int = 50 [2..10000] most repositories that a developer may touch and still count
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two in each period
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param limit: int = 50 [1..10000] most rows to return
// returns developer: str login of the developer
// returns communities: list[int] communities that they contribute to, most first
// returns main: int of these, the one with most of their contributions
// returns inside: int contributions to the main one
// returns outside: int contributions to the others
// returns repositories: list[str] where, most first
// returns organizations: list[str] employers or universities, none where unknown
// returns sources: list[str] sources that answered
// budget: 60 s
// needs: leiden
// example: limit=10
// example: community=2 from=2024-01 limit=10
MATCH (r:Repository)
WITH r, r[$by] AS number WHERE number IS NOT NULL
// include: answering_source
// include: contributions
WITH d, r, number, source, contributions ORDER BY contributions DESC, r.name
WITH d, collect({name: r.name, community: number, source: source, made: contributions}) AS worked
WHERE size(worked) <= $widest AND size(apoc.coll.toSet([w IN worked | w.community])) > 1
  AND ($community IS NULL OR any(w IN worked WHERE w.community = $community))
CALL (worked) {
  UNWIND worked AS w
  WITH w.community AS main, sum(w.made) AS made ORDER BY made DESC, main
  RETURN collect(main) AS communities, collect(made) AS amounts
}
WITH d, worked, communities, amounts[0] AS inside, reduce(sum = 0, a IN amounts[1..] | sum + a) AS outside
ORDER BY size(communities) DESC, outside DESC, toLower(d.login) LIMIT $limit
// include: employers
RETURN d.login AS developer, communities, communities[0] AS main, inside, outside, [w IN worked | w.name] AS repositories,
       organizations, apoc.coll.sort(apoc.coll.toSet([w IN worked | w.source])) AS sources
ORDER BY size(communities) DESC, outside DESC, toLower(developer)

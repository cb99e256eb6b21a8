// title: Contributors of some repositories
// about: Developers with merged pull requests in the repositories,
//   most first. A bot is left out.
// kind: table
// param repositories: list[repository] [1..20] repositories to look at, owner/name
// param mode: any|all = any whether a developer must be in one of them or in all
// param from: month = none first month of the window
// param to: month = none last month of the window
// param limit: int = 100 [1..10000] most rows to return
// returns developer: str login of the developer
// returns merged_prs: list[int] merged pull requests in each of the repositories, in their order
// returns sources: list[str] sources that answered
// example: repositories=acme/engine,acme/wheels mode=any

UNWIND range(0, size($repositories) - 1) AS at
MATCH (r:Repository {key: $repositories[at]})<-[c:CONTRIBUTED_TO]-(d:Developer)
WHERE coalesce(d.bot, false) = false
  AND (
    // include: in_window
  )
WITH d, at, sum(coalesce(c.merged_prs, 0)) AS merged, collect(DISTINCT c.source) AS named
WITH d, collect({at: at, merged: merged}) AS found, apoc.coll.toSet(apoc.coll.flatten(collect(named))) AS sources
WHERE $mode = 'any' OR size(found) = size($repositories)
RETURN d.login AS developer,
       [at IN range(0, size($repositories) - 1) | coalesce(head([f IN found WHERE f.at = at | f.merged]), 0)] AS merged_prs,
       sources
ORDER BY reduce(total = 0, n IN merged_prs | total + n) DESC, developer
LIMIT $limit

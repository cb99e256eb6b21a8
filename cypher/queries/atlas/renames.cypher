// title: Renames
// about: Repositories and developers that had another name before, one node each through all of them.
// kind: table
// param kind: all|repositories|developers = all which to show
// param limit: int = 1000 [1..100000] most rows to return
// returns kind: str Repository or Developer
// returns name: str the present name
// returns former: list[str] the former names
// returns sources: list[str] sources that know a former name, or the present one
// load: ossatlas load github OWNER/NAME --what repository
// example: kind=repositories
MATCH (n:Repository|Developer)
WHERE (n:Repository AND $kind <> 'developers' AND n.former_names <> []) OR (n:Developer AND $kind <> 'repositories' AND n.former_logins <> [])
RETURN labels(n)[0] AS kind, coalesce(n.name, n.login) AS name, coalesce(n.former_names, n.former_logins) AS former,
       apoc.coll.sort(apoc.coll.toSet([m IN n.snapshots | split(split(m, '|')[2], ':')[0]])) AS sources
ORDER BY kind DESC, toLower(name) LIMIT $limit

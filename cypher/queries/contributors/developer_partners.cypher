// title: Whom a developer works with
// about: Developers who contribute to the same repositories, those with most repositories in common first. Repositories
//   with more developers than the cap say little about two people and are left out.
// kind: table
// param developer: developer login of the developer
// param cap: int = 500 [2..100000] most developers of a repository that counts
// param limit: int = 20 [1..10000] most rows to return
// returns developer: str login of the partner
// returns repositories: list[str] repositories in common
// returns common: int how many these are
// returns sources: list[str] sources that tell of the partner's contributions there
// example: developer=fzyzcjy
MATCH (me:Developer {key: $developer})-[:CONTRIBUTED_TO]->(r:Repository)
WITH DISTINCT me, r
WHERE COUNT { (r)<-[:CONTRIBUTED_TO]-() } <= $cap * 12
MATCH (r)<-[c:CONTRIBUTED_TO]-(other:Developer)
WHERE other <> me AND NOT coalesce(other.bot, false)
WITH other, collect(DISTINCT r.name) AS repositories, collect(DISTINCT c.source) AS sources, count(c) AS periods
RETURN other.login AS developer, apoc.coll.sort(repositories) AS repositories, size(repositories) AS common, sources
ORDER BY common DESC, periods DESC, toLower(developer) LIMIT $limit

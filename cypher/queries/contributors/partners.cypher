// title: Whom a developer works with
// about: Developers who contribute to the same repositories, those with most repositories in common first, by the one
//   source that answers for each repository. Repositories with more developers than the cap say little about two people
//   and are left out.
// kind: table
// param developer: developer login of the developer
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param cap: int = 500 [2..100000] most developers of a repository that counts
// param limit: int = 20 [1..10000] most rows to return
// returns developer: str login of the partner
// returns repositories: list[str] repositories in common
// returns common: int how many these are
// returns sources: list[str] the sources that answered for these repositories
// load: ossatlas load github @LOGIN
// example: developer=fzyzcjy
MATCH (me:Developer {key: $developer})-[:CONTRIBUTED_TO]->(r:Repository)
WITH DISTINCT me, r
// include: answering_source
// include: contributions
WITH me, r, source, collect(d) AS people
WHERE me IN people AND size(people) <= $cap
UNWIND people AS other
WITH r, source, other WHERE other <> me
WITH other, r.name AS name, source ORDER BY name
WITH other, collect(name) AS repositories, collect(DISTINCT source) AS sources
RETURN other.login AS developer, repositories, size(repositories) AS common, sources
ORDER BY common DESC, toLower(developer) LIMIT $limit

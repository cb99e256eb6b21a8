// title: What the people of a country work on
// about: The repositories to which developers who state a country contribute, with their share of all of its developers. Who
//   states no country is nobody's; who states several counts in each. One source answers for each repository.
// kind: table
// param country: country the country, by its name or ISO code
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two in each period
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param limit: int = 100 [1..10000] most rows to return
// returns repository: str owner/name
// returns developers: int developers of that country who contribute there
// returns share: float of all developers of the repository, unknown ones among them, 0..1
// returns contributions: int what they contributed
// returns logins: list[str] up to ten of them, most first
// returns sources: list[str] sources that answered
// budget: 60 s
// load: ossatlas load github OWNER/NAME
// example: country=Singapore
MATCH (country:Country {key: $country})<-[:LOCATED_IN]-(person:Developer)
WITH DISTINCT person WHERE $bots OR NOT coalesce(person.bot, false)
MATCH (person)-[:CONTRIBUTED_TO]->(r:Repository)
WITH r, collect(DISTINCT person) AS people
// include: answering_source
// include: contributions
WITH r, people, source, d, contributions AS made WHERE $bots OR NOT coalesce(d.bot, false)
WITH r, people, source, d, made ORDER BY made DESC, toLower(d.login)
WITH r, source, count(d) AS everybody, collect(CASE WHEN d IN people THEN {login: d.login, made: made} END) AS those
WHERE size(those) > 0
RETURN r.name AS repository, size(those) AS developers, toFloat(size(those)) / everybody AS share,
       reduce(sum = 0, one IN those | sum + one.made) AS contributions, [one IN those | one.login][..10] AS logins,
       [source] AS sources
ORDER BY developers DESC, contributions DESC, repository LIMIT $limit

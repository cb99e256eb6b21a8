// title: Where the people of an organization work
// about: The repositories to which developers of an organization contribute, by the employer that answers best for each of
//   them; a developer whose employer is unknown is nobody's. One source answers for each repository.
// kind: table
// param organization: organization the organization
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two in each period
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param limit: int = 100 [1..10000] most rows to return
// returns repository: str owner/name
// returns owned: bool whether the organization's own account owns it
// returns developers: int its developers who contribute there
// returns contributions: int what they contributed
// returns logins: list[str] up to ten of them, most first
// returns sources: list[str] sources that answered
// load: ossatlas load github OWNER/NAME
// example: organization=NVIDIA
MATCH (org:Organization {key: $organization})<-[:AFFILIATED_WITH]-(d:Developer)
WITH DISTINCT org, d WHERE $bots OR NOT coalesce(d.bot, false)
// include: employers
WITH org, d WHERE org.name IN organizations
MATCH (d)-[:CONTRIBUTED_TO]->(r:Repository)
WITH org, r, collect(DISTINCT d) AS people
// include: answering_source
// include: contributions
WITH org, r, source, d, contributions AS made WHERE d IN people
WITH org, r, source, d, made ORDER BY made DESC, toLower(d.login)
WITH org, r, source, collect(d.login) AS logins, sum(made) AS contributions
RETURN r.name AS repository, EXISTS { (org)-[:OWNS]->(r) } AS owned, size(logins) AS developers, contributions,
       logins[..10] AS logins, [source] AS sources
ORDER BY developers DESC, contributions DESC, repository LIMIT $limit

// title: What developers state as their company
// about: The developers of one or several repositories whose profile states a company, in their own words, and what was read
//   from it. A university, a community or a jest is a statement too: the kinds tell. Those who state nothing are left
//   out here and counted in `all_developers`.
// kind: table
// param repositories: list[repository] [1..200] the repositories, owner/name
// param activity: merged_prs|commits|any = any what makes a developer count
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository, and whose affiliations count
// param bots: bool = false whether machine accounts count
// param limit: int = 1000 [1..10000] most rows to return
// returns developer: str login of the developer
// returns stated: list[str] the company as written, one for each source that tells another
// returns organizations: list[str] what was read from it or corrected, none where nothing could be
// returns kinds: list[str] company, university, foundation or community, in the order of these
// returns reason: str why nothing was read, none where something was
// returns contributions: int what the developer contributed
// returns all_developers: int all developers of the repositories, with a stated company or without
// returns sources: list[str] the sources that answered for the repositories and of the statements
// load: ossatlas load github OWNER/NAME
// example: repositories=deepseek-ai/DeepEP
UNWIND $repositories AS key
MATCH (r:Repository {key: key})
// include: answering_source
// include: contributions
WITH d, sum(contributions) AS contributions, collect(DISTINCT source) AS answered
WITH collect({d: d, contributions: contributions, answered: answered}) AS people, count(d) AS all_developers
UNWIND people AS person
WITH all_developers, person.d AS d, person.contributions AS contributions, person.answered AS answered
MATCH (d)-[s:STATED]->(:Snapshot) WHERE s.company IS NOT NULL
WITH all_developers, d, contributions, answered, s ORDER BY s.source, s.company
WITH all_developers, d, contributions, answered, collect(DISTINCT s.company) AS companies, head(collect(s.company_reason)) AS reason,
     collect(DISTINCT s.source) AS tellers
// include: employers
WITH *, [x IN affiliations WHERE x.name IS NOT NULL] AS read
RETURN d.login AS developer, companies AS stated, [x IN read | x.name] AS organizations, [x IN read | coalesce(x.kind, 'unknown')] AS kinds,
       CASE WHEN read = [] THEN reason END AS reason, contributions, all_developers,
       apoc.coll.toSet(answered + tellers) AS sources
ORDER BY contributions DESC, toLower(developer) LIMIT $limit

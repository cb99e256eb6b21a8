// title: Where the developers of several projects come from
// about: Employers or countries of the developers of each project, side by side. Those who state nothing, or nothing that can be
//   read, are counted as unknown and stay in the denominator. A developer who names several counts in each.
// kind: table
// param repositories: list[repository] [1..12] the repositories, owner/name
// param by: organization|country = organization what to count
// param activity: merged_prs|commits|any = any what makes a developer count
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository, and whose affiliations count
// param bots: bool = false whether machine accounts count
// param limit: int = 2000 [1..10000] most rows to return
// returns repository: str owner/name
// returns name: str organization or country, or unknown
// returns developers: int developers
// returns share: float of all developers of the repository, 0..1
// returns all_developers: int the denominator: all developers of the repository
// returns source: str the source that answered for the repository
// load: ossatlas load github OWNER/NAME
// example: repositories=deepseek-ai/DeepEP,deepseek-ai/DeepGEMM
UNWIND range(0, size($repositories) - 1) AS position
MATCH (r:Repository {key: $repositories[position]})
// include: answering_source
// include: contributions
// include: employers
// include: countries
WITH r, position, source, CASE $by WHEN 'organization' THEN [x IN affiliations WHERE x.name IS NOT NULL | x.name] ELSE countries END AS named
WITH r, position, source, count(*) AS all_developers, collect(named) AS stated
UNWIND stated AS named
UNWIND CASE WHEN named = [] THEN ['unknown'] ELSE named END AS name
WITH r, position, source, all_developers, name, count(*) AS developers
RETURN r.name AS repository, name, developers, 1.0 * developers / all_developers AS share, all_developers, source
ORDER BY position, name = 'unknown', developers DESC, name LIMIT $limit

// title: Who contributes to a project
// about: The developers of a repository by what they contributed, with employers and countries, by the one source that
//   answers for it.
// kind: table
// param repository: repository the repository, owner/name
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two in each period
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers where it covers the repository
// param bots: bool = false whether machine accounts count
// param limit: int = 100 [1..10000] most rows to return
// returns developer: str login of the developer
// returns contributions: int contributions of the kind asked for
// returns share: float of all contributions by known logins, 0..1
// returns organizations: list[str] employers or universities, none where unknown
// returns countries: list[str] countries stated, none where unknown
// returns corrected: bool whether a correction replaced the source's value
// returns source: str the source that answered
// load: ossatlas load github OWNER/NAME
// example: repository=deepseek-ai/DeepEP
MATCH (r:Repository {key: $repository})
// include: answering_source
// include: contributions
WITH source, collect({d: d, n: contributions, corrected: corrections > 0}) AS found, sum(contributions) AS total
UNWIND found AS row
WITH source, total, row.d AS d, row.n AS contributions, row.corrected AS corrected
ORDER BY contributions DESC, toLower(d.login)
// include: employers
// include: countries
RETURN d.login AS developer, contributions, 1.0 * contributions / total AS share,
       organizations, countries, corrected,
       source + CASE WHEN corrected THEN ' + corrections' ELSE '' END AS source
ORDER BY contributions DESC, toLower(developer)
LIMIT $limit

// title: What each developer contributed to a project
// about: A project, the developers who contribute most to it, and what each of them did there, kind by kind, by the one
//   source that answers. A kind of contribution that the source does not count is unknown: it is not among the facts, and it is not 0.
// kind: graph
// param repository: repository the repository, owner/name
// param developers: int = 10 [1..500] how many of its developers, the most active first
// param activity: any|merged_prs|commits|opened_prs|reviews|opened_issues|issue_comments|review_comments|pushes|activity = any what counts; any is the larger of commits and merged pull requests
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// budget: 30 s
// sizes: contributions of a developer; of the repository, those of all its developers
// weights: contributions of the developer in the repository
// load: ossatlas load github OWNER/NAME
// example: repository=deepseek-ai/DeepEP
MATCH (r:Repository {key: $repository})
// include: answering_source
// include: kinds_counted
// include: contributions
WITH r, source, counted, d, contributions, corrections ORDER BY contributions DESC, toLower(d.login)
WITH r, source, counted, collect({d: d, n: contributions, corrections: corrections}) AS everyone,
     sum(contributions) AS all_contributions
UNWIND everyone[..$developers] AS one
WITH r, source, counted, size(everyone) AS all_developers, all_contributions, one.d AS d, one.n AS contributions,
     one.corrections AS corrections
// include: kinds
// include: evidence
// include: employers
// include: countries
WITH r, source, counted, all_developers, all_contributions,
     collect({key: d.key, label: 'Developer', title: d.login, size: contributions,
       facts: {contributions: contributions, share: 1.0 * contributions / all_contributions, organizations: organizations,
               countries: countries, bot: coalesce(d.bot, false)}}) AS people,
     collect({source: d.key, target: r.key, type: 'CONTRIBUTED_TO', weight: contributions, evidence: evidence,
       facts: apoc.map.merge({contributions: contributions, source: source, evidence_rows: evidence_rows}, kinds)}) AS edges
// include: domain
RETURN [{key: r.key, label: 'Repository', title: r.name, size: all_contributions,
         facts: {project: r.project, domain: domain, language: r.language, openrank_12m: r.openrank_12m_sum,
                 developers: all_developers, contributions: all_contributions, kinds_counted: counted, source: source}}] + people AS nodes,
       edges, all_developers - size(people) AS left_out

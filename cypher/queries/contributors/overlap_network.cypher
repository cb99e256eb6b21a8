// title: Who connects these projects
// about: The developers of these projects; those who work on several stand between them. An edge is what a developer did
//   in a project by the one source that answers for it, and its evidence lists the source's periods.
// kind: graph
// param repositories: list[repository] [1..20] the repositories, owner/name
// param shared_only: bool = false only developers in at least two of the repositories
// param activity: merged_prs|commits|any = merged_prs what counts; any is the larger of the two
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param limit: int = 300 [1..2000] most developers to draw: those in several repositories first, then the most active
// sizes: contributions of a developer; developers of a repository
// weights: contributions of the developer in the repository
// load: ossatlas load github OWNER/NAME
// example: repositories=deepseek-ai/DeepEP,deepseek-ai/DeepGEMM
UNWIND $repositories AS key
MATCH (r:Repository {key: key})
// include: answering_source
// include: contributions
WITH d, collect({r: r, n: contributions, source: source, method: method, corrections: corrections}) AS worked,
     sum(contributions) AS total
WHERE size(worked) > 1 OR NOT $shared_only
ORDER BY size(worked) DESC, total DESC, toLower(d.login)
WITH collect({d: d, worked: worked, total: total}) AS everyone
WITH everyone[..$limit] AS shown, size(everyone) - size(everyone[..$limit]) AS left_out
UNWIND shown AS person
WITH left_out, person, person.d AS d
// include: employers
// include: countries
WITH left_out, collect({key: d.key, label: 'Developer', title: d.login, size: person.total,
       facts: {contributions: person.total, repositories: size(person.worked), organizations: organizations,
               countries: countries, bot: coalesce(d.bot, false)}}) AS people,
     collect({d: d, worked: person.worked}) AS rows
UNWIND rows AS row
UNWIND row.worked AS work
WITH left_out, people, row.d AS d, work, work.r AS r, work.source AS source, work.corrections AS corrections
// include: evidence
WITH left_out, people, r, count(*) AS in_it,
     collect({source: d.key, target: r.key, type: 'CONTRIBUTED_TO', weight: work.n,
              facts: {contributions: work.n, source: source, evidence_rows: evidence_rows}, evidence: evidence}) AS ties,
     sum(work.n) AS done, source
// include: domain
WITH left_out, people, collect({key: r.key, label: 'Repository', title: r.name, size: in_it, community: r.community,
       facts: {project: r.project, domain: domain, developers: in_it, contributions: done, language: r.language,
               openrank_12m: r.openrank_12m_sum, source: source}}) AS projects, collect(ties) AS ties
RETURN projects + people AS nodes, reduce(all = [], t IN ties | all + t) AS edges, left_out

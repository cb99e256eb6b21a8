// title: Where a developer is active
// about: A developer, the repositories that he or she contributes most to, and what was done in each, kind by kind, by the
//   one source that answers for the repository. A kind of contribution that the source does not count is unknown: it is not among
//   the facts, and it is not 0.
// kind: graph
// param developer: developer login of the developer
// param repositories: int = 10 [1..500] how many of the repositories, those with most contributions first
// param activity: any|merged_prs|commits|opened_prs|reviews|opened_issues|issue_comments|review_comments|pushes|activity = any what counts; any is the larger of commits and merged pull requests
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// budget: 30 s
// sizes: contributions to a repository; of the developer, those to all repositories
// weights: contributions of the developer to the repository
// load: ossatlas load github @LOGIN
// example: developer=LyricZhao
MATCH (d:Developer {key: $developer})
CALL (d) {
  MATCH (d)-[c:CONTRIBUTED_TO]->(r:Repository)
  WHERE left(c.period, 7) >= coalesce($from, '') AND right(c.period, 7) <= coalesce($to, '9999')
  // include: counted
  RETURN DISTINCT r
}
// include: answering_source
// include: work_of_one
WITH d, r, source, contributions, corrections ORDER BY contributions DESC, r.name
WITH d, collect({r: r, source: source, n: contributions, corrections: corrections}) AS everywhere,
     sum(contributions) AS all_contributions
// include: employers
// include: countries
UNWIND everywhere[..$repositories] AS place
WITH *, place.r AS r, place.source AS source, place.n AS contributions, place.corrections AS corrections
// include: kinds_counted
// include: domain
// include: kinds
// include: evidence
WITH d, everywhere, all_contributions, organizations, countries,
     collect({key: r.key, label: 'Repository', title: r.name, size: contributions,
       facts: {project: r.project, domain: domain, language: r.language, openrank_12m: r.openrank_12m_sum,
               contributions: contributions, share: 1.0 * contributions / all_contributions, kinds_counted: counted, source: source}}) AS places,
     collect({source: d.key, target: r.key, type: 'CONTRIBUTED_TO', weight: contributions, evidence: evidence,
       facts: apoc.map.merge({contributions: contributions, source: source, evidence_rows: evidence_rows}, kinds)}) AS edges
RETURN [{key: d.key, label: 'Developer', title: d.login, size: all_contributions,
         facts: {contributions: all_contributions, repositories: size(everywhere), organizations: organizations,
                 countries: countries, bot: coalesce(d.bot, false)}}] + places AS nodes,
       edges, size(everywhere) - size(places) AS left_out

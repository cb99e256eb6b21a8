// title: The network around one project
// about: A project, the developers who contribute most to it, and the other projects that these work on, by the one source
//   that answers for each.
// kind: graph
// param repository: repository the repository in the middle, owner/name
// param developers: int = 25 [1..300] how many of its most active developers
// param repositories: int = 12 [0..100] how many of the other repositories, those with most of these developers first
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// sizes: contributions of a developer; developers of a repository
// weights: contributions of the developer in the repository
// load: ossatlas load github OWNER/NAME
// example: repository=deepseek-ai/DeepEP
MATCH (middle:Repository {key: $repository})
WITH middle, middle AS r
// include: answering_source
// include: contributions
WITH middle, d, contributions, corrections, source AS told ORDER BY contributions DESC, toLower(d.login)
WITH middle, collect({d: d, r: middle, n: contributions, corrections: corrections, source: told}) AS everyone
WITH middle, everyone[..$developers] AS own, size(everyone) - size(everyone[..$developers]) AS developers_left_out
WITH middle, own, developers_left_out, [w IN own | w.d] AS people
CALL (middle, people) {
  UNWIND people AS person
  MATCH (person)-[c:CONTRIBUTED_TO]->(other:Repository)
  WHERE other <> middle AND left(c.period, 7) >= coalesce($from, '') AND right(c.period, 7) <= coalesce($to, '9999')
  // include: counted
  WITH other, count(DISTINCT person) AS shared ORDER BY shared DESC, other.name
  WITH collect(other) AS every
  RETURN every[..$repositories] AS others, size(every) - size(every[..$repositories]) AS repositories_left_out
}
CALL (people, others) {
  UNWIND others AS r
  // include: answering_source
  // include: contributions
  WITH d, r, contributions, corrections, source, people WHERE d IN people
  RETURN collect({d: d, r: r, n: contributions, corrections: corrections, source: source}) AS elsewhere
}
WITH middle, people, own + elsewhere AS worked, developers_left_out + repositories_left_out AS left_out
UNWIND worked AS w
WITH middle, people, left_out, w, w.d AS d, w.r AS r, w.source AS source, w.corrections AS corrections
// include: evidence
WITH middle, people, left_out, collect({d: d, r: r, n: w.n, source: source, evidence: evidence,
                                        evidence_rows: evidence_rows}) AS work
WITH left_out, people, work, [middle] + apoc.coll.toSet([w IN work WHERE w.r <> middle | w.r]) AS projects
UNWIND people AS d
// include: employers
// include: countries
WITH left_out, work, projects, collect({key: d.key, label: 'Developer', title: d.login,
       size: reduce(s = 0, w IN work | s + CASE WHEN w.d = d THEN w.n ELSE 0 END),
       facts: {organizations: organizations, countries: countries,
               repositories: size([w IN work WHERE w.d = d])}}) AS people
RETURN [r IN projects | {key: r.key, label: 'Repository', title: r.name, community: r.community,
          size: size([w IN work WHERE w.r = r]),
          facts: {project: r.project, language: r.language, developers_here: size([w IN work WHERE w.r = r]),
                  openrank_12m: r.openrank_12m_sum}}] + people AS nodes,
       [w IN work | {source: w.d.key, target: w.r.key, type: 'CONTRIBUTED_TO', weight: w.n,
          facts: {contributions: w.n, source: w.source, evidence_rows: w.evidence_rows}, evidence: w.evidence}] AS edges,
       left_out

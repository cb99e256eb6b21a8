// title: The network around one project
// about: A repository, the developers who contribute most to it, and the other repositories that these work on most, by
//   the one source that answers for each.
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
// example: repository=deepseek-ai/DeepEP
MATCH (middle:Repository {key: $repository})
WITH middle, middle AS r
// include: answering_source
// include: contributions
WITH middle, d, contributions, source AS told ORDER BY contributions DESC, toLower(d.login) LIMIT $developers
WITH middle, collect(d) AS people, collect({d: d, r: middle, n: contributions, source: told}) AS own
CALL (middle, people) {
  UNWIND people AS person
  MATCH (person)-[:CONTRIBUTED_TO]->(other:Repository) WHERE other <> middle
  WITH other, count(DISTINCT person) AS shared ORDER BY shared DESC, other.name LIMIT $repositories
  RETURN collect(other) AS others
}
CALL (people, others) {
  UNWIND others AS r
  // include: answering_source
  // include: contributions
  WITH d, r, contributions, source, people WHERE d IN people
  RETURN collect({d: d, r: r, n: contributions, source: source}) AS elsewhere
}
WITH middle, people, own + elsewhere AS work
WITH people, work, [middle] + apoc.coll.toSet([w IN work WHERE w.r <> middle | w.r]) AS projects
UNWIND people AS d
// include: employers
// include: countries
WITH work, projects, collect({key: d.key, label: 'Developer', title: d.login,
       size: reduce(s = 0, w IN work | s + CASE WHEN w.d = d THEN w.n ELSE 0 END),
       facts: {organizations: organizations, countries: countries,
               repositories: size([w IN work WHERE w.d = d])}}) AS people
RETURN [r IN projects | {key: r.key, label: 'Repository', title: r.name, community: r.community,
          size: size([w IN work WHERE w.r = r]),
          facts: {project: r.project, language: r.language, developers_here: size([w IN work WHERE w.r = r]),
                  openrank_12m: r.openrank_12m_sum}}] + people AS nodes,
       [w IN work | {source: w.d.key, target: w.r.key, type: 'CONTRIBUTED_TO', weight: w.n,
          facts: {contributions: w.n, source: w.source}, evidence: []}] AS edges

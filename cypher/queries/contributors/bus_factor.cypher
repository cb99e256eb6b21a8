// title: Bus factor
// about: The smallest number of developers who together made a share (half, as usual) of a repository's contributions in the
//   window (CHAOSS: contributor absence factor). Contributions without a login are in nobody's share: `attributed` says
//   how many of the commits could be given to one, and below about 0.9 the number is no more than an upper bound on how
//   well spread the known work is.
// kind: table
// param repositories: list[repository] = none [1..200] the repositories, owner/name; all with contributions when absent
// param share: float = 0.5 [0.01..1] the share that they hold
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two in each period
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param limit: int = 200 [1..10000] most rows to return
// returns repository: str owner/name
// returns bus_factor: int fewest developers who hold the share
// returns developers: int developers with contributions
// returns contributions: int contributions by known logins
// returns attributed: float share of all commits that a login is known for, none where the source does not tell
// returns top: list[str] the developers who hold the share, most first, up to ten
// returns source: str the source that answered
// load: ossatlas load github OWNER/NAME
// example: repositories=deepseek-ai/DeepEP,sgl-project/sglang
MATCH (r:Repository) WHERE CASE WHEN $repositories IS NULL THEN EXISTS { (r)-[:COVERED_BY]->() } ELSE r.key IN $repositories END
// include: answering_source
// include: contributions
WITH r, source, d, contributions ORDER BY contributions DESC, toLower(d.login)
WITH r, source, collect(contributions) AS made, collect(d.login) AS logins, sum(contributions) AS total
WITH *, reduce(held = {n: 0, sum: 0}, m IN made | CASE WHEN held.sum >= $share * total THEN held ELSE {n: held.n + 1, sum: held.sum + m} END).n AS n
CALL (r, source) {
  OPTIONAL MATCH (r)-[c:COVERED_BY {source: source}]->() WHERE c.commits_total > 0
  RETURN max(1.0 * (c.commits_attributed + coalesce(c.commits_bot, 0)) / c.commits_total) AS attributed
}
RETURN r.name AS repository, n AS bus_factor, size(made) AS developers, total AS contributions, attributed,
       logins[..CASE WHEN n < 10 THEN n ELSE 10 END] AS top, source
ORDER BY bus_factor, repository LIMIT $limit

// title: Bus factor
// about: The smallest number of developers who together made a share (half, as usual) of a repository's contributions in the
//   window (CHAOSS: contributor absence factor). Contributions without a login are in nobody's share: `attributed` says
//   how many of the commits could be given to one, and below about 0.9 the number is no more than an upper bound on how
//   well spread the known work is. With `activity=activity` the work is weighed as OpenDigger does, of each developer and
//   month √(0.5252·issue comments + 2.2235·issues opened + 4.0679·pull requests opened + 0.7427·review comments + 2.0339·pull
//   requests merged), added up over the months: only sources that state it, or count all of these, can tell.
// kind: table
// param repositories: list[repository] = none [1..200] the repositories, owner/name; all with contributions when absent
// param share: float = 0.5 [0.01..1] the share that they hold
// param activity: merged_prs|commits|any|activity = any what counts; any is the larger of the two in each period, activity OpenDigger's
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param limit: int = 200 [1..10000] most rows to return
// returns repository: str owner/name
// returns bus_factor: int fewest developers who hold the share
// returns developers: int developers with contributions
// returns contributions: float contributions by known logins, or the sum of their activity, which has no unit
// returns attributed: float share of all commits that a login is known for, none where the source does not tell
// returns top: list[str] the developers who hold the share, most first, up to ten
// returns source: str the source that answered
// load: ossatlas load github OWNER/NAME
// example: repositories=deepseek-ai/DeepEP,sgl-project/sglang
// include: repositories_asked
WITH r WHERE EXISTS { (r)-[:COVERED_BY]->() }
// include: answering_source
// include: counts_or_activity
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

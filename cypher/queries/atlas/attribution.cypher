// title: What rests on contributions without a login
// about: For each repository the source that answers for an activity in a window, as in every question about people, with
//   what it gives to logins there; and, where that source reads a history, how many commits of the whole of it could be given to a login, to a
//   machine, and to nobody. An answer about people rests on the first share alone; overlaps are lower bounds where it is small.
//   The shares are of the months that were read, whatever the window: commits without a login are not kept by month. Where
//   the source is no history they are not known: lists and records of events name an account for each event that they tell.
// kind: table
// param repositories: list[repository] = none [1..200] the repositories, owner/name; all with a history when absent
// param activity: merged_prs|commits|any = commits what the answer counts; any is the larger of the two in each period
// param from: month = none first month of the answer's window
// param to: month = none last month of the answer's window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count among the contributions of the window
// param limit: int = 1000 [1..100000] most rows to return
// returns repository: str owner/name
// returns contributions: int contributions of the window that have a login, none where no source tells
// returns developers: int logins that they are of, none where no source tells
// returns commits: int commits of the history that the source read, none where it read none
// returns first_month: str first month of that history
// returns last_month: str last month of that history
// returns attributed_share: float share of these commits with a known login, 0..1
// returns bot_share: float share by machines, 0..1
// returns unattributed_share: float share without a login, 0..1
// returns source: str the source that answers, none where none does
// load: ossatlas load git https://github.com/OWNER/NAME
// example: limit=20
// example: repositories=vllm-project/vllm,sgl-project/sglang from=2025-01 to=2025-03
CALL () {
  UNWIND $repositories AS key
  MATCH (r:Repository {key: key})
  RETURN r
  UNION
  UNWIND CASE WHEN $repositories IS NULL THEN [true] ELSE [] END AS all_of_them
  MATCH (r:Repository)-[c:COVERED_BY]->(:Snapshot) WHERE c.commits_total > 0
  RETURN r
}
// include: answering_source
CALL (r, source, method) {
  // include: contributions
  RETURN sum(contributions) AS made, count(d) AS people
}
CALL (r, source) {
  OPTIONAL MATCH (r)-[c:COVERED_BY {source: source}]->(:Snapshot) WHERE c.commits_total > 0
  RETURN c ORDER BY c.covers_to DESC, c.commits_total DESC LIMIT 1
}
RETURN r.name AS repository, CASE WHEN source IS NOT NULL THEN made END AS contributions,
       CASE WHEN source IS NOT NULL THEN people END AS developers, c.commits_total AS commits, c.covers_from AS first_month,
       c.covers_to AS last_month, 1.0 * c.commits_attributed / c.commits_total AS attributed_share,
       1.0 * c.commits_bot / c.commits_total AS bot_share, 1.0 * c.commits_unattributed / c.commits_total AS unattributed_share, source
ORDER BY unattributed_share IS NULL, unattributed_share DESC, repository LIMIT $limit

// title: Newcomers and leavers
// about: Month by month, how many developers contributed to a repository, how many of them for the first time in this
//   source, and how many left: nothing of them was seen in the `quiet` months after (who comes back later can leave again).
//   Who leaves is not known in the last months of a source, and who was there before its first month counts as new in it.
// kind: table
// param repository: repository the repository, owner/name
// param quiet: int = 6 [1..60] months without a contribution after which a developer has left
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two in each period
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers where it covers the repository
// param bots: bool = false whether machine accounts count
// param limit: int = 1000 [1..10000] most rows to return
// returns month: str the month
// returns developers: int developers with a contribution
// returns newcomers: int of these, for the first time
// returns leavers: int of these, without a contribution in the `quiet` months after; none where it is too early to tell
// returns source: str the source that answered
// load: ossatlas load github OWNER/NAME
// example: repository=sgl-project/sglang
MATCH (r:Repository {key: $repository})
// include: answering_source
CALL (r, source) {
  MATCH (r)-[c:COVERED_BY {source: source}]->()
  WITH max(c.covers_to) AS last RETURN 12 * toInteger(left(last, 4)) + toInteger(right(last, 2)) AS end
}
MATCH (d:Developer)-[c:CONTRIBUTED_TO {source: source}]->(r)
WHERE size(c.period) = 7 AND ($bots OR NOT coalesce(d.bot, false))
  // include: counted
WITH source, end, d, collect(DISTINCT 12 * toInteger(left(c.period, 4)) + toInteger(right(c.period, 2))) AS months
UNWIND months AS month
WITH source, end, month, count(d) AS developers, sum(CASE WHEN month = apoc.coll.min(months) THEN 1 ELSE 0 END) AS newcomers,
     sum(CASE WHEN none(m IN months WHERE month < m <= month + $quiet) THEN 1 ELSE 0 END) AS leavers
WITH *, toString((month - 1) / 12) + '-' + right('0' + toString((month - 1) % 12 + 1), 2) AS name
WHERE coalesce($from, '') <= name <= coalesce($to, '9999')
RETURN name AS month, developers, newcomers, CASE WHEN month + $quiet <= end THEN leavers END AS leavers, source
ORDER BY month LIMIT $limit

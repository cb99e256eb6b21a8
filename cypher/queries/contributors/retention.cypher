// title: Who is still there
// about: Of the developers who came to a repository in a quarter, the share with a contribution one month later or after,
//   three months, and six months: 30, 90 and 180 days as far as months can tell. A share is unknown until the source
//   covers the months that it needs. Who was there before the source's first month seems to come in it.
// kind: table
// param repository: repository the repository, owner/name
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two in each period
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers where it covers the repository
// param bots: bool = false whether machine accounts count
// param limit: int = 1000 [1..10000] most rows to return
// returns quarter: str when they came
// returns newcomers: int developers who came
// returns after_30_days: float share with a contribution one month later or after, 0..1
// returns after_90_days: float the same for three months
// returns after_180_days: float the same for six months
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
WITH source, end, d, min(c.period) AS first, max(c.period) AS last
WHERE coalesce($from, '') <= first <= coalesce($to, '9999')
WITH source, end, left(first, 4) + ' Q' + toString((toInteger(right(first, 2)) + 2) / 3) AS quarter,
     12 * toInteger(left(first, 4)) + 3 * ((toInteger(right(first, 2)) + 2) / 3) AS quarter_end,
     12 * toInteger(left(last, 4)) + toInteger(right(last, 2)) - 12 * toInteger(left(first, 4)) - toInteger(right(first, 2)) AS stayed
WITH source, end, quarter, quarter_end, count(*) AS newcomers, sum(CASE WHEN stayed >= 1 THEN 1.0 ELSE 0 END) AS one,
     sum(CASE WHEN stayed >= 3 THEN 1.0 ELSE 0 END) AS three, sum(CASE WHEN stayed >= 6 THEN 1.0 ELSE 0 END) AS six
RETURN quarter, newcomers, CASE WHEN quarter_end + 1 <= end THEN one / newcomers END AS after_30_days,
       CASE WHEN quarter_end + 3 <= end THEN three / newcomers END AS after_90_days,
       CASE WHEN quarter_end + 6 <= end THEN six / newcomers END AS after_180_days, source
ORDER BY quarter LIMIT $limit

// title: Which projects pass the landscape's rule
// about: The rule of the report: the mean monthly OpenRank of a window, over the months in which the project existed, is more
//   than a threshold. A project without a value in each of these months
//   is unknown, whatever its twelve-month sum says, which stands beside as a hint.
// kind: table
// param from: month = 2025-01 first month of the window
// param to: month = 2025-05 last month of the window
// param least: float = 10 [0..] threshold of the mean
// param domain: domain = none only projects of this domain or one below it
// param verdict: all|passes|fails|unknown = all which to show
// param metric: str = openrank the measure
// param preset: str = none definition and version of the measure; one for all projects, that which most of them have, when absent
// param limit: int = 1000 [1..100000] most rows to return
// returns repository: str owner/name
// returns mean: float mean of the months of the window in which it existed, none where unknown
// returns months: int months of the window with a value, since it was created
// returns existed: int months of the window in which it existed, none where its creation is not known
// returns verdict: str passes, fails or unknown
// returns reason: str why
// returns twelve_month_mean: float a twelfth of the published sum of twelve months, whose window is not known
// returns preset: str definition and version of the measure; the threshold is meant for `opendigger`
// returns source: str the source of the series, none where there is none
// load: ossatlas load opendigger OWNER/NAME --metrics openrank
// example: verdict=passes
MATCH (r:Repository)-[:IN_DOMAIN]->(:Domain)-[:PART_OF*0..2]->(:Domain {level: 'domain'})
WITH DISTINCT r WHERE $domain IS NULL OR EXISTS { (r)-[:IN_DOMAIN]->(:Domain)-[:PART_OF*0..3]->(:Domain {key: $domain}) }
WITH collect(r) AS members
OPTIONAL CALL (members) {
  // include: one_scale
  RETURN scale
}
UNWIND members AS r
WITH r, scale, 12 * toInteger(left($from, 4)) + toInteger(right($from, 2)) AS first,
     12 * toInteger(left($to, 4)) + toInteger(right($to, 2)) AS last,
     12 * toInteger(left(r.created_at, 4)) + toInteger(substring(r.created_at, 5, 2)) AS born
OPTIONAL CALL (r, scale) {
  // include: monthly_series
  RETURN source, points
}
WITH r, scale, source, first, last, born,
     [p IN coalesce(points, []) WHERE first <= p.at <= last AND p.at >= coalesce(born, first) | p.value] AS values,
     CASE WHEN born IS NULL THEN null WHEN born > last THEN 0 WHEN born > first THEN last - born + 1 ELSE last - first + 1 END
       AS existed
WITH *, coalesce(existed, last - first + 1) AS months
WITH *, CASE WHEN size(values) > 0 AND size(values) >= months THEN reduce(s = 0.0, v IN values | s + v) / months END AS mean
WITH *, CASE WHEN mean IS NULL THEN 'unknown' WHEN mean > $least THEN 'passes' ELSE 'fails' END AS verdict
WHERE $verdict IN ['all', verdict]
RETURN r.name AS repository, mean, size(values) AS months, existed, verdict,
       CASE WHEN existed = 0 THEN 'it was created after the window'
            WHEN size(values) = 0 THEN 'no source has a month of the window'
            WHEN mean IS NULL THEN 'only ' + toString(size(values)) + ' of ' + toString(months) + ' months have a value'
            WHEN existed IS NULL THEN 'mean of all months of the window; when it was created is not known'
            ELSE 'mean of the months in which it existed' END AS reason,
       r.openrank_12m_sum / 12 AS twelve_month_mean, CASE WHEN source IS NOT NULL THEN scale END AS preset, source
ORDER BY mean IS NULL, mean DESC, repository LIMIT $limit

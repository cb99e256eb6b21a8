// Which source answers for repository `r` in `$month`, for an OpenRank by the map `preset`: of those that cover the month
// wholly, else in part, the one that makes most of the counts, then the best by rank, then
// the one that reaches further. None that makes none of them.
CALL (r, preset) {
  MATCH (r)-[k:COVERED_BY]->(:Snapshot)
  WHERE k.covers_from <= $month <= k.covers_to AND (k.method <> 'totals' OR k.covers_from = k.covers_to)
  UNWIND [name IN k.activities WHERE name IN keys(preset.weights)] AS counted
  WITH k.source AS source, min(k.rank) AS rank, max(k.covers_to) AS last, count(DISTINCT counted) AS counts,
       min(CASE WHEN k.partial THEN 1 ELSE 0 END) AS partial
  ORDER BY partial, counts DESC, rank, last DESC, source LIMIT 1
  RETURN source
}

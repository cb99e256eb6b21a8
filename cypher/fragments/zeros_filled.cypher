// The series `points` (at, month, value; oldest first) of `r` by `source` as `filled`: with the zeros of `measured` that the source
// leaves out, between the first and the last point. That holds where a reference covers the repository with this series, as
// OpenDigger does with counts and sums, and of OpenDigger's series of domains; its durations have other names there, for a month
// without a case is none of zero days. Elsewhere a missing month is unknown, as all that is before and after the points.
WITH *, CASE WHEN size(points) <= last(points).at - points[0].at
  AND (EXISTS { (r)-[k:COVERED_BY {source: source}]->() WHERE k.method = 'reference' AND measured IN k.activities }
       OR r:Domain AND source = 'opendigger' AND NOT measured CONTAINS '.')
  THEN apoc.map.fromPairs([p IN points | [toString(p.at), p]]) END AS by_month
WITH *, CASE WHEN by_month IS NULL THEN points ELSE [at IN range(points[0].at, last(points).at) | coalesce(by_month[toString(at)],
  {at: at, month: toString((at - 1) / 12) + '-' + right('0' + toString((at - 1) % 12 + 1), 2), value: 0.0})] END AS filled

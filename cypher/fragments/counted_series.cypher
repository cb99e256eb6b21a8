// The months of `$metric` of repository `r`, a count at the end of each month, as fragment monthly_series tells them (by one source
// and one preset, `scale` unless that is null). Where no months of stars are loaded, and of `stars_gained` itself, what was gained is
// added up, month after month, and `summed_since` is the first of them; else it is null. A month in which none was gained is among them
// where the source leaves zeros out.
CALL (r, scale) {
  MATCH (r)-[m:MEASURED]->(:Month)
  WHERE m.metric IN [$metric, CASE $metric WHEN 'stars' THEN 'stars_gained' ELSE $metric END] AND size(m.period) = 7
    AND (m.preset = scale OR NOT m.preset ENDS WITH '-raw' AND $preset IS NULL AND (scale IS NULL OR m.metric <> $metric))
  WITH m ORDER BY m.period
  WITH m.metric AS metric, m.preset AS preset, m.source AS source,
       collect({at: 12 * toInteger(left(m.period, 4)) + toInteger(right(m.period, 2)), month: m.period, value: m.value})
         AS points
  ORDER BY metric <> $metric, source = 'measure', size(points) DESC, last(points).at DESC, source, preset LIMIT 1
  WITH metric AS measured, source, points
  // include: zeros_filled
  WITH source, filled AS told, CASE measured WHEN 'stars_gained' THEN points[0].month END AS summed_since
  RETURN source, summed_since, CASE WHEN summed_since IS NULL THEN told
    ELSE [n IN range(0, size(told) - 1) | {at: told[n].at, month: told[n].month,
                                           value: reduce(sum = 0, p IN told[..n + 1] | sum + p.value)}] END AS points
}

// The months of `$metric` of repository `r`, by the one source and preset (the preset `scale`, unless that is null) that tells most: `points` hold at
// (months since the year 0), month and value, oldest first, with the zeros that the source leaves out. Sources are never mixed in one series.
// What we measured ourselves answers where nothing is published, or where `scale` names it.
CALL (r, scale) {
  MATCH (r)-[m:MEASURED {metric: $metric}]->(:Month)
  WHERE size(m.period) = 7 AND (scale IS NULL AND $preset IS NULL AND NOT m.preset ENDS WITH '-raw' OR m.preset = scale)
  WITH m ORDER BY m.period
  WITH m.preset AS preset, m.source AS source,
       collect({at: 12 * toInteger(left(m.period, 4)) + toInteger(right(m.period, 2)), month: m.period, value: m.value})
         AS points
  ORDER BY source = 'measure', coalesce(preset <> r.openrank_preset, false) AND source = 'measure', size(points) DESC, last(points).at DESC, source, preset LIMIT 1
  WITH preset, source, points, $metric AS measured
  // include: zeros_filled
  RETURN preset, source, filled AS points
}

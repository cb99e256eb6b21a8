// The one definition (`scale`, a preset) of `$metric` in which the values of the repositories `members` are set beside each
// other or added up: `$preset` where it is named; else of those that somebody publishes the one that most of them have by month,
// and where nobody publishes any, our own of the series that was run last. Definitions differ by factors: they are never mixed.
CALL (members) {
  UNWIND members AS one
  MATCH (one)-[m:MEASURED {metric: $metric}]->(:Month)
  WHERE size(m.period) = 7 AND ($preset IS NULL AND NOT m.preset ENDS WITH '-raw' OR m.preset = $preset)
  WITH m.preset AS scale, min(CASE WHEN m.source = 'measure' THEN 1 ELSE 0 END) AS own, count(DISTINCT one) AS projects,
       sum(CASE WHEN m.source = 'measure' AND one.openrank_preset = m.preset THEN 1 ELSE 0 END) AS newest
  ORDER BY own, newest DESC, projects DESC, scale LIMIT 1
  RETURN scale
}

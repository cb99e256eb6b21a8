// Who contributed to repository `r` by the answering `source`, and how much: what `$activity` counts, or, where it is `activity`, that
// of OpenDigger, as fragment amount makes it. One branch runs: behind a mere `WITH * WHERE` the server may
// look things up first and ask then.
CALL (r, source, method) {
  UNWIND CASE WHEN $activity = 'activity' THEN [] ELSE [true] END AS counted_here
  // include: contributions
  RETURN d, contributions, corrections
  UNION ALL
  UNWIND CASE WHEN $activity = 'activity' THEN [true] ELSE [] END AS weighed_here
  // include: amount
  RETURN d, activity AS contributions, corrections
}

// Who contributed to repository `r` by the answering `source`, and how much: what `$activity` counts, or, where it is `activity`, that
// of OpenDigger, as fragment amount makes it.
CALL (r, source, method) {
  WITH * WHERE $activity <> 'activity'
  // include: contributions
  RETURN d, contributions, corrections
  UNION ALL
  WITH * WHERE $activity = 'activity'
  // include: amount
  RETURN d, activity AS contributions, corrections
}

// The bipartite graph as a projection: repositories (`start`), the developers who contributed to them (`end`), and how
// much (`weight`), summed over the months of the window by the one source that answers for each repository. Repositories with
// fewer than `$min_developers` are left out, then developers in more than `$widest` of the others. Asked for one repository, it
// is those that share one of its developers.
CALL () {
  UNWIND CASE WHEN $repository IS NULL THEN [true] ELSE [] END AS all_of_them
  MATCH (r:Repository)
  RETURN r
  UNION ALL
  MATCH (:Repository {key: $repository})<-[:CONTRIBUTED_TO]-(d:Developer)
  WITH DISTINCT d
  MATCH (d)-[:CONTRIBUTED_TO]->(r:Repository)
  RETURN DISTINCT r
}
// include: answering_source
WITH r, source, method WHERE source IS NOT NULL
CALL (r, source, method) {
  // include: contributions
  WITH collect([d, contributions]) AS work WHERE size(work) >= $min_developers
  UNWIND work AS w
  RETURN w[0] AS d, w[1] AS contributions
}
WITH d, collect([r, contributions]) AS worked WHERE size(worked) <= $widest
UNWIND worked AS work
RETURN work[0] AS start, d AS end, toFloat(work[1]) AS weight

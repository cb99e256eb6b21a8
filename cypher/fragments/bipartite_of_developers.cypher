// The bipartite graph as a projection, developers first: developers (`start`), the repositories that they contributed to (`end`),
// and how much (`weight`), summed over the months of the window by the one source that answers for each repository. Developers
// with fewer than `$min_repositories` or more than `$widest` are left out. Asked for one developer, it is those who share one of
// their repositories, with all that these work in.
CALL () {
  UNWIND CASE WHEN $developer IS NULL THEN [true] ELSE [] END AS all_of_them
  MATCH (r:Repository)
  RETURN r
  UNION ALL
  MATCH (:Developer {key: $developer})-[:CONTRIBUTED_TO]->(shared:Repository)
  WITH DISTINCT shared
  MATCH (shared)<-[:CONTRIBUTED_TO]-(d:Developer)
  WITH DISTINCT d
  MATCH (d)-[:CONTRIBUTED_TO]->(r:Repository)
  RETURN DISTINCT r
}
// include: answering_source
WITH r, source, method WHERE source IS NOT NULL
// include: contributions
WITH d, collect([r, contributions]) AS worked WHERE $min_repositories <= size(worked) <= $widest
UNWIND worked AS work
RETURN d AS start, work[0] AS end, toFloat(work[1]) AS weight

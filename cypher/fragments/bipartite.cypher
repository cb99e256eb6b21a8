// The bipartite graph as a projection: repositories (`start`), the developers who contributed to them (`end`), and how
// much (`weight`), summed over the months of the window by the one source that answers for each repository.
MATCH (r:Repository)
// include: answering_source
WITH r, source, method WHERE source IS NOT NULL
// include: contributions
RETURN r AS start, d AS end, toFloat(contributions) AS weight

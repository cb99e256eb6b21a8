// title: The landscape as a map
// about: Each project of a landscape with its place in it, its size and its growth, now or as of a month. Size is the sum of twelve
//   months of OpenRank where a source publishes it, as of a month the sum of the twelve that end in it; else the mean month of these
//   twelve times twelve. Who has neither is in the map all the same, as unknown; who was created after the month is not.
// kind: table
// param taxonomy: str = llm-landscape-2025 which landscape
// param layer: domain = none only this layer
// param domain: domain = none only this domain or one below it
// param month: month = none as of the end of this month; the last of each series when absent
// param year: date = none only projects created in this year, or in this month
// param by: quarter|month|year = quarter growth of three months over the three before, of a month over the one before, or over the same month a year earlier
// param min_growth: float = none [-1..] only projects that grew at least by this, 0.2 is 20 %
// param metric: str = openrank the measure of growth
// param preset: str = none definition and version of the measure; one for all, that which most of them have, when absent
// param limit: int = 1000 [1..10000] most rows to return
// returns project: str name of the project
// returns repository: str owner/name, at present
// returns layer: str layer, or the top of its tree
// returns domain: str domain, or the name nearest to the project where its tree has no domains
// returns created: str when it was created, none where unknown
// returns openrank_12m: float sum of twelve months of OpenRank, window not published; as of a month of the twelve that end in it, none where one is missing
// returns mean_month: float mean of the months with a value among the last twelve of the series, or of those up to the month that is asked for; none where there are none
// returns month: str last of these months
// returns growth: float growth by the definition that is asked for, 0.2 is 20 %; none where a month of it is missing
// returns definition: str what is compared with what, none where there is no series
// returns preset: str definition and version of the series, one for all
// returns left_out: int projects that are not among the rows, as it is not known when they were created or how they grew
// returns sources: list[str] sources of the classification and of the series
// load: ossatlas demo --no-serve
// example: domain="AI Kernel Library"
// example: month=2025-03 min_growth=0.1
// example: taxonomy=llm-landscape-2025
MATCH (r:Repository)-[:IN_DOMAIN]->(:Domain {taxonomy: $taxonomy})
WITH collect(DISTINCT r) AS members
OPTIONAL CALL (members) {
  // include: one_scale
  RETURN scale
}
WITH members, scale, 12 * toInteger(left($month, 4)) + toInteger(right($month, 2)) AS asked
UNWIND members AS r
WITH r, scale, asked WHERE $month IS NULL OR r.created_at IS NULL OR left(r.created_at, 7) <= $month
OPTIONAL CALL (r, scale, asked) {
  // include: monthly_series
  WITH source, points, coalesce(asked, last(points).at) AS at
  // include: change
  WITH source, [p IN points WHERE at - 12 < p.at <= at] AS year, value, before, definition WHERE size(year) > 0
  WITH source, last(year).month AS month, size(year) AS months, reduce(s = 0.0, p IN year | s + p.value) AS total, value, before,
       definition
  RETURN source, month, definition, total / months AS mean_month, CASE WHEN months = 12 THEN total END AS total,
         CASE WHEN before > 0 THEN value / before - 1 END AS growth
}
WITH r, scale, source, month, mean_month, growth, definition,
     CASE WHEN $month IS NULL THEN r.openrank_12m_sum WHEN $metric = 'openrank' THEN total END AS openrank_12m
MATCH (r)-[i:IN_DOMAIN]->(leaf:Domain {taxonomy: $taxonomy})
MATCH path = (leaf)-[:PART_OF*0..4]->(top:Domain) WHERE NOT EXISTS { (top)-[:PART_OF]->(:Domain) }
WITH *, apoc.map.fromPairs([d IN nodes(path) | [d.level, d.name]]) AS place
WHERE ($layer IS NULL OR any(d IN nodes(path) WHERE d.key = $layer))
  AND ($domain IS NULL OR any(d IN nodes(path) WHERE d.key = $domain))
WITH DISTINCT r, scale, source, month, mean_month, growth, definition, openrank_12m, i.source AS placed,
     coalesce(place.layer, top.name) AS layer, coalesce(place.domain, leaf.name) AS domain
// Null where it is not known whether a project fits.
WITH *, ($year IS NULL OR CASE WHEN size(r.created_at) >= size($year) OR NOT $year STARTS WITH r.created_at
                               THEN r.created_at STARTS WITH $year END)
        AND ($min_growth IS NULL OR growth >= $min_growth) AS fits
WITH collect({r: r, layer: layer, domain: domain, openrank_12m: openrank_12m, mean_month: mean_month, month: month,
              growth: growth, definition: definition, fits: fits, preset: CASE WHEN mean_month IS NOT NULL THEN scale END,
              sources: [s IN apoc.coll.toSet([placed, source]) WHERE s IS NOT NULL]}) AS rows
WITH rows, size(apoc.coll.toSet([row IN rows WHERE row.fits IS NULL | row.r])) AS left_out
UNWIND rows AS row
WITH row, row.r AS r, left_out WHERE row.fits
RETURN coalesce(r.project, r.name) AS project, r.name AS repository, row.layer AS layer, row.domain AS domain, r.created_at AS created,
       row.openrank_12m AS openrank_12m, row.mean_month AS mean_month, row.month AS month, row.growth AS growth,
       row.definition AS definition, row.preset AS preset, left_out, row.sources AS sources
ORDER BY layer, domain, openrank_12m IS NULL, openrank_12m DESC, project LIMIT $limit

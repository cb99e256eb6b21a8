// title: The landscape as a map
// about: Each project of a landscape with its place in it, its size and its growth. Size is the sum of twelve months of OpenRank
//   where a source publishes it, else the mean month of its series times twelve; growth is the mean of the last three months over the
//   mean of the three before, less 1. Who has neither is in the map all the same, as unknown.
// kind: table
// param taxonomy: str = llm-landscape-2025 which landscape
// param layer: str = none only this layer
// param domain: str = none only this domain
// param metric: str = openrank the measure of growth
// param preset: str = none definition and version of the measure; one for all, that which most of them have, when absent
// param limit: int = 1000 [1..10000] most rows to return
// returns project: str name of the project
// returns repository: str owner/name, at present
// returns layer: str layer, or the top of its tree
// returns domain: str domain, or the name nearest to the project where its tree has no domains
// returns openrank_12m: float sum of twelve months of OpenRank, window not published; none where no source has one
// returns mean_month: float mean of the months with a value among the last twelve of the series, none where there is no series
// returns month: str last month of the series
// returns growth: float mean of the last three months over the mean of the three before, less 1; none where one of the six is missing
// returns preset: str definition and version of the series, one for all
// returns sources: list[str] sources of the classification and of the series
// load: ossatlas demo --no-serve
// example: domain="AI Kernel Library"
// example: taxonomy=llm-landscape-2025
MATCH (r:Repository)-[:IN_DOMAIN]->(:Domain {taxonomy: $taxonomy})
WITH collect(DISTINCT r) AS members
OPTIONAL CALL (members) {
  // include: one_scale
  RETURN scale
}
UNWIND members AS r
OPTIONAL CALL (r, scale) {
  // include: monthly_series
  WITH source, points, last(points).at AS at
  WITH source, last(points).month AS month, [p IN points WHERE at - 12 < p.at | p.value] AS year,
       [p IN points WHERE at - 3 < p.at | p.value] AS now, [p IN points WHERE at - 6 < p.at <= at - 3 | p.value] AS before
  RETURN source, month, reduce(s = 0.0, v IN year | s + v) / size(year) AS mean_month,
         CASE WHEN size(now) = 3 AND size(before) = 3 AND any(v IN before WHERE v > 0)
              THEN reduce(s = 0.0, v IN now | s + v) / reduce(s = 0.0, v IN before | s + v) - 1 END AS growth
}
MATCH (r)-[i:IN_DOMAIN]->(leaf:Domain {taxonomy: $taxonomy})
MATCH path = (leaf)-[:PART_OF*0..4]->(top:Domain) WHERE NOT EXISTS { (top)-[:PART_OF]->(:Domain) }
WITH r, scale, source, month, mean_month, growth, i.source AS placed, top, leaf,
     apoc.map.fromPairs([d IN nodes(path) | [d.level, d.name]]) AS place
WITH DISTINCT r, scale, source, month, mean_month, growth, placed, coalesce(place.layer, top.name) AS layer, coalesce(place.domain, leaf.name) AS domain
WHERE ($layer IS NULL OR toLower(layer) = toLower($layer)) AND ($domain IS NULL OR toLower(domain) = toLower($domain))
RETURN coalesce(r.project, r.name) AS project, r.name AS repository, layer, domain, r.openrank_12m_sum AS openrank_12m,
       mean_month, month, growth, CASE WHEN mean_month IS NOT NULL THEN scale END AS preset,
       [s IN apoc.coll.toSet([placed, source]) WHERE s IS NOT NULL] AS sources
ORDER BY layer, domain, openrank_12m DESC, project LIMIT $limit

// title: Quadrants of two axes
// about: Repositories by two measures, each at its last reading: metrics of series, such as stars and openrank, or the axes of a
//   table of placements (`ossatlas load tables FILE --kind placements`). The plane is parted where asked, else at the
//   median of those that have both; on the line counts as high. Who lacks one of the two is listed last, in no quadrant.
//   Each axis is of one definition, that which most repositories have; published values go before our own.
// kind: table
// param x: str = stars the measure across
// param y: str = openrank the measure upwards
// param domain: domain = none only repositories of this domain or one below it
// param repositories: list[repository] = none [1..200] only these repositories
// param month: month = none the last month that counts; the last reading when absent
// param x_split: float = none where the plane is parted across; at the median when absent
// param y_split: float = none where the plane is parted upwards; at the median when absent
// param source: str = none only readings of this source
// param limit: int = 200 [1..10000] most rows to return
// returns repository: str owner/name
// returns x: float the reading across, none where there is none
// returns y: float the reading upwards, none where there is none
// returns quadrant: str such as high stars and low openrank; none where one of the two is unknown
// returns x_month: str month of the reading across
// returns y_month: str month of the reading upwards
// returns x_parts: float where the plane is parted across
// returns y_parts: float where the plane is parted upwards
// returns presets: list[str] definitions of the two measures
// returns sources: list[str] sources of the readings
// budget: 60 s
// load: ossatlas load tables FILE --kind placements
// example: limit=50
// example: x=issues_closed y=prs_merged limit=20
// include: repositories_asked
WITH r WHERE $domain IS NULL OR EXISTS { (r)-[:IN_DOMAIN]->(:Domain)-[:PART_OF*0..3]->(:Domain {key: $domain}) }
MATCH (r)-[m:MEASURED]->(:Month)
WHERE m.metric IN [$x, $y] AND NOT m.preset ENDS WITH '-raw' AND m.source = coalesce($source, m.source)
  AND right(m.period, 7) <= coalesce($month, '9999')
WITH r, m ORDER BY size(m.period), right(m.period, 7) DESC, m.source
WITH m.metric AS metric, m.preset AS preset, r, collect(m)[0] AS m
WITH metric, preset, m.source = 'measure' AS own, collect({r: r, m: m}) AS readings
ORDER BY own, size(readings) DESC, preset
WITH metric, collect({preset: preset, readings: readings})[0] AS scale
UNWIND scale.readings AS reading
WITH reading.r AS r, collect({metric: metric, preset: scale.preset, m: reading.m}) AS known
WITH r, [k IN known WHERE k.metric = $x][0] AS across, [k IN known WHERE k.metric = $y][0] AS up
WITH collect({r: r, across: across, up: up}) AS all_of_them
CALL (all_of_them) {
  UNWIND [a IN all_of_them WHERE a.across IS NOT NULL AND a.up IS NOT NULL] AS placed
  RETURN coalesce($x_split, percentileCont(placed.across.m.value, 0.5)) AS x_parts,
         coalesce($y_split, percentileCont(placed.up.m.value, 0.5)) AS y_parts
}
UNWIND all_of_them AS a
WITH a.r AS r, a.across.m AS across, a.up.m AS up, x_parts, y_parts, [k IN [a.across, a.up] WHERE k IS NOT NULL] AS known
RETURN r.name AS repository, across.value AS x, up.value AS y,
       CASE WHEN across.value >= x_parts THEN 'high ' WHEN across.value < x_parts THEN 'low ' END + $x + ' and '
       + CASE WHEN up.value >= y_parts THEN 'high ' WHEN up.value < y_parts THEN 'low ' END + $y
       AS quadrant, right(across.period, 7) AS x_month, right(up.period, 7) AS y_month, x_parts, y_parts,
       apoc.coll.toSet([k IN known | k.preset]) AS presets, apoc.coll.toSet([k IN known | k.m.source]) AS sources
ORDER BY size(known) DESC, across.value DESC, up.value DESC, repository LIMIT $limit

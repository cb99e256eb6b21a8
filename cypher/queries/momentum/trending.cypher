// title: What is trending
// about: Projects by the stars that they gained in a window (from zero, where they were created in it), with their domain and whether
//   they were created since a date; the shares of each domain and of young projects stand in every row, over all projects with a
//   value. Where no source tells how many stars a project had, but one tells how many it gained each month, these are added up.
// kind: table
// param from: month = none first month of the window; the first of each series when absent
// param to: month = none last month; the last of each series when absent
// param since: date = 2024 projects created since then are young
// param metric: str = stars the measure: stars, stars_gained to be added up, or another that is counted at the end of a month
// param preset: str = none definition and version of the measure; one for all projects, that which most of them have, when absent
// param limit: int = 100 [1..10000] most rows to return
// returns repository: str owner/name
// returns gained: int stars gained in the window
// returns domain: str its domain in the landscape, none where it has none
// returns created: str when it was created, none where unknown
// returns domain_share: float share of all gained stars that went to this domain, 0..1
// returns young_share: float share of the projects with a known date that were created since then, 0..1
// returns summed: bool whether they are the sum of what was gained each month, rather than the difference of two counts
// returns source: str the source of the series
// budget: 60 s
// load: ossatlas load github OWNER/NAME --what repository,stars
// example: metric=openrank since=2024
MATCH (r:Repository)-[m:MEASURED]->(:Month)
WHERE m.metric IN [$metric, CASE $metric WHEN 'stars' THEN 'stars_gained' ELSE $metric END]
WITH DISTINCT r
WITH collect(r) AS members
OPTIONAL CALL (members) {
  // include: one_scale
  RETURN scale
}
UNWIND members AS r
// include: counted_series
WITH r, source, summed_since, [p IN points WHERE p.month <= coalesce($to, '9999')] AS points, points[0].month AS first
WITH r, source, summed_since, last(points).value AS last, CASE WHEN left(r.created_at, 7) >= coalesce($from, first) THEN 0
     WHEN coalesce($from, summed_since) = summed_since THEN 0
     WHEN $from IS NULL THEN points[0].value ELSE last([p IN points WHERE p.month < $from]).value END AS start
WHERE last > start
OPTIONAL MATCH (r)-[:IN_DOMAIN]->(:Domain)-[:PART_OF*0..2]->(d:Domain {level: 'domain'})
WITH r, source, summed_since, last - start AS gained, min(d.name) AS domain
WITH collect({r: r, source: source, summed: summed_since IS NOT NULL, gained: gained, domain: domain}) AS rows, sum(gained) AS all
UNWIND rows AS row
WITH row, all, reduce(s = 0.0, x IN rows | s + CASE WHEN x.domain = row.domain THEN x.gained ELSE 0 END) AS of_domain,
     [x IN rows WHERE x.r.created_at IS NOT NULL] AS dated
RETURN row.r.name AS repository, toInteger(row.gained) AS gained, row.domain AS domain, row.r.created_at AS created,
       CASE WHEN row.domain IS NOT NULL THEN of_domain / all END AS domain_share,
       CASE WHEN dated <> [] THEN 1.0 * size([x IN dated WHERE x.r.created_at >= $since]) / size(dated) END AS young_share,
       row.summed AS summed, row.source AS source
ORDER BY gained DESC, repository LIMIT $limit

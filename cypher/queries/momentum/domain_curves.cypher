// title: Domains over time
// about: A measure summed over the projects of each domain, month by month or as the mean month of each year, with the
//   number of projects that have a value. A domain of which few projects have a series shows those alone. All
//   are of one definition: what others publish and what was measured here are not added up.
// kind: table
// param taxonomy: str = llm-landscape-2025 which tree or list of domains
// param level: layer|section|domain|subdomain|category = domain level of the tree
// param by: month|year = month a row per month, or per year
// param from: month = none first month
// param to: month = none last month
// param metric: str = openrank the measure, such as openrank or stars
// param preset: str = none definition and version of the measure; one for all projects, that which most of them have, when absent
// param limit: int = 10000 [1..100000] most rows to return
// returns domain: str the domain
// returns period: str the month or the year
// returns value: float the sum over its projects
// returns projects: int projects with a value
// returns members: int projects of the domain, with or without a value
// returns preset: str definition and version of the measure
// returns sources: list[str] sources of the series
// load: ossatlas load opendigger OWNER/NAME --metrics openrank
// example: by=year
MATCH (d:Domain {taxonomy: $taxonomy, level: $level})<-[:PART_OF*0..3]-(below:Domain)<-[:IN_DOMAIN]-(r:Repository)
WITH d, collect(DISTINCT r) AS projects
WITH collect({d: d, projects: projects}) AS domains
WITH domains, apoc.coll.toSet(apoc.coll.flatten([x IN domains | x.projects])) AS members
// include: one_scale
UNWIND domains AS domain
UNWIND domain.projects AS r
// include: monthly_series
WITH domain.d AS d, domain.projects AS members, r, scale, source, points
UNWIND points AS point
WITH d, members, r, scale, source, point WHERE coalesce($from, '') <= point.month <= coalesce($to, '9999')
WITH d, members, source, scale, r, CASE $by WHEN 'year' THEN left(point.month, 4) ELSE point.month END AS period, point
WITH d, members, r, scale, source, period, avg(point.value) AS value
RETURN d.name AS domain, period, sum(value) AS value, count(r) AS projects, size(members) AS members, scale AS preset,
       collect(DISTINCT source) AS sources
ORDER BY domain, period LIMIT $limit

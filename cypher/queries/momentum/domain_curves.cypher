// title: Domains over time
// about: A measure of each domain, month by month or as the mean month of each year: as a source publishes it for the domain as a
//   whole, else summed over its projects, with the number of those that have a value. A domain of which few projects have a
//   series shows those alone. All are of one definition: what others publish and what was measured here are not added up.
// kind: table
// param taxonomy: str = llm-landscape-2025 which tree or list of domains
// param level: str = none level of the tree, such as domain or tech-1; when absent, domain, and where the taxonomy has none, its tops
// param domains: list[domain] = none [1..50] only these, by name or key, whatever their taxonomy and level
// param by: month|year = month a row per month, or per year
// param from: month = none first month
// param to: month = none last month
// param metric: str = openrank the measure, such as openrank or stars
// param preset: str = none definition and version of the measure; one for all projects, that which most of them have, when absent
// param limit: int = 10000 [1..100000] most rows to return
// returns domain: str the domain
// returns period: str the month or the year
// returns value: float the measure of the domain, or the sum over its projects
// returns how: str published for the domain, or sum of its projects
// returns projects: int projects that are summed up, none where the value is published for the domain
// returns members: int projects of the domain, with or without a value
// returns preset: str definition and version of the measure
// returns sources: list[str] sources of the series
// load: ossatlas load opendigger OWNER/NAME --metrics openrank
// example: by=year
// include: domains_of_level
WITH collect(d) AS at_level
OPTIONAL MATCH (named:Domain) WHERE named.key IN $domains
WITH at_level, collect(named) AS named
UNWIND CASE WHEN $domains IS NULL THEN at_level ELSE named END AS d
OPTIONAL MATCH (d)<-[:PART_OF*0..8]-(:Domain)<-[:IN_DOMAIN]-(project:Repository)
WITH d, collect(DISTINCT project) AS projects
WITH collect({d: d, projects: projects}) AS domains
WITH domains, apoc.coll.toSet(apoc.coll.flatten([x IN domains | x.projects + [x.d]])) AS members
// include: one_scale
UNWIND domains AS domain
UNWIND domain.projects + [domain.d] AS r
// include: monthly_series
WITH domain.d AS d, size(domain.projects) AS members, scale, collect({of: r, source: source, points: points}) AS series
WITH *, [s IN series WHERE s.of = d] AS published
UNWIND CASE WHEN published = [] THEN series ELSE published END AS one
UNWIND one.points AS point
WITH *, CASE WHEN published = [] THEN 'sum of its projects' ELSE 'published for the domain' END AS how
WHERE coalesce($from, '') <= point.month <= coalesce($to, '9999')
WITH d, members, scale, how, one.of AS of, one.source AS source,
     CASE $by WHEN 'year' THEN left(point.month, 4) ELSE point.month END AS period, avg(point.value) AS value
RETURN d.name AS domain, period, sum(value) AS value, how, CASE how WHEN 'sum of its projects' THEN count(of) END AS projects,
       members, scale AS preset, collect(DISTINCT source) AS sources
ORDER BY domain, period LIMIT $limit

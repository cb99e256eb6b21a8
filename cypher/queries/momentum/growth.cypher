// title: Growth, by a stated definition
// about: How a measure of each project, or of each domain, changed: `month` compares a month with the one before,
//   `quarter` the mean of three months with that of the three before, `year` a month with the same a year earlier. A
//   domain is the sum of the projects that have a value in every month of both, each once. A missing month leaves it unknown.
// kind: table
// param repositories: list[repository] = none [1..200] the repositories, owner/name; all with a series when absent
// param of: project|domain = project whose growth
// param by: month|quarter|year = month which definition
// param month: month = none the month that is compared; the last of each series when absent, of domains the last of all
// param metric: str = openrank the measure, such as openrank or stars
// param preset: str = none definition and version of the measure; of each project that with most months, of domains one for all, when absent
// param limit: int = 100 [1..10000] most rows to return
// returns name: str owner/name, or the domain
// returns month: str the month that is compared
// returns value: float the measure then
// returns before: float the measure before
// returns absolute: float the difference
// returns relative: float the difference over the value before; 0.17 is 17 %
// returns projects: int projects that are counted
// returns definition: str what is compared with what
// returns preset: str definition and version of the measure
// returns source: str the source of the series
// load: ossatlas load opendigger OWNER/NAME --metrics openrank
// example: repositories=vllm-project/vllm,sgl-project/sglang month=2025-03
// example: of=domain by=quarter month=2025-03
// include: repositories_asked
WITH collect(r) AS members
// include: one_scale
WITH members, CASE $of WHEN 'domain' THEN scale ELSE $preset END AS scale
UNWIND members AS r
// include: monthly_series
WITH collect({r: r, preset: preset, source: source, points: points}) AS series, max(last(points).month) AS newest
UNWIND series AS s
WITH s.r AS r, s.preset AS preset, s.source AS source, s.points AS points,
     coalesce($month, CASE $of WHEN 'domain' THEN newest ELSE last(s.points).month END) AS month
WITH *, 12 * toInteger(left(month, 4)) + toInteger(right(month, 2)) AS at
// include: change
OPTIONAL MATCH (r)-[:IN_DOMAIN]->(:Domain)-[:PART_OF*0..2]->(d:Domain {level: 'domain'}) WHERE $of = 'domain'
WITH DISTINCT r, CASE $of WHEN 'domain' THEN d.name ELSE r.name END AS name, month, preset, source, value, before, definition
WHERE name IS NOT NULL AND ($of = 'project' OR (value IS NOT NULL AND before IS NOT NULL))
WITH name, month, preset, definition, sum(value) AS total, sum(before) AS past, count(value) AS known, count(before) AS known_before,
     count(*) AS projects, collect(DISTINCT source) AS sources
WITH *, CASE WHEN known > 0 THEN total END AS value, CASE WHEN known_before > 0 THEN past END AS before
RETURN name, month, value, before, value - before AS absolute,
       CASE WHEN before > 0 THEN (value - before) / before END AS relative, projects,
       definition, preset,
       reduce(text = '', s IN sources | text + CASE text WHEN '' THEN '' ELSE ', ' END + s) AS source
ORDER BY relative IS NULL, relative DESC, name LIMIT $limit

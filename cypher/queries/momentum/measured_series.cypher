// title: Any measured series of a repository
// about: A measure of one repository month by month, by the one source that tells most months, with the zeros that OpenDigger leaves
//   out. `measured-metrics` lists what is measured of it.
// kind: table
// param repository: repository the repository, owner/name
// param metric: str = openrank the measure, such as openrank or stars
// param from: month = none first month
// param to: month = none last month
// param preset: str = none definition and version of the measure; that with most months when absent
// param limit: int = 10000 [1..100000] most rows to return
// returns month: str the month
// returns value: float the measure in this month
// returns preset: str definition and version of the measure
// returns source: str the source of the series
// load: ossatlas load opendigger OWNER/NAME
// example: repository=vllm-project/vllm metric=openrank
MATCH (r:Repository {key: $repository})
WITH r, $preset AS scale
// include: monthly_series
UNWIND points AS point
WITH point, preset, source WHERE coalesce($from, '') <= point.month <= coalesce($to, '9999')
RETURN point.month AS month, point.value AS value, preset, source
ORDER BY month LIMIT $limit

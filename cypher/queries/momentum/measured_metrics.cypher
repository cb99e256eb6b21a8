// title: What is measured of a repository by month
// about: Every series of one repository: the measure, its definition, the source, and from when to when. `measured-series` tells one of them.
// kind: table
// param repository: repository the repository, owner/name
// returns metric: str the measure
// returns preset: str definition and version of the measure
// returns source: str the source of the series
// returns first: str first month with a value
// returns last: str last month with a value
// returns months: int months with a value; zeros may be left out
// load: ossatlas load opendigger OWNER/NAME
// example: repository=deepseek-ai/DeepEP
MATCH (r:Repository {key: $repository})-[m:MEASURED]->(:Month) WHERE size(m.period) = 7
RETURN m.metric AS metric, m.preset AS preset, m.source AS source, min(m.period) AS first, max(m.period) AS last,
       count(DISTINCT m.period) AS months
ORDER BY metric, source = 'measure', source, preset

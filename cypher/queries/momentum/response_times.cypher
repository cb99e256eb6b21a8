// title: How fast a project answers
// about: Mean and median days to a first answer, and to the end, of issues and pull requests, month by month, as the source that
//   measures them publishes them.
// kind: table
// param repositories: list[repository] [1..20] the repositories, owner/name
// param from: month = none first month
// param to: month = none last month
// param limit: int = 10000 [1..100000] most rows to return
// returns repository: str owner/name
// returns month: str the month
// returns metric: str what is measured, such as issue_response_time
// returns of: str avg, or quantile_2 for the median
// returns days: float days, as the source defines them
// returns preset: str definition and version of the measure
// returns source: str the source that tells it
// load: ossatlas load opendigger OWNER/NAME --metrics issue_response_time,issue_resolution_duration,change_request_response_time,change_request_resolution_duration
// example: repositories=vllm-project/vllm
MATCH (r:Repository)-[m:MEASURED]->(:Month)
WHERE r.key IN $repositories AND size(m.period) = 7
WITH r, m, split(m.metric, '.') AS parts
WHERE parts[1] IN ['avg', 'quantile_2'] AND parts[0] IN ['issue_response_time', 'issue_resolution_duration',
      'issue_age', 'change_request_response_time', 'change_request_resolution_duration', 'change_request_age']
  AND coalesce($from, '') <= m.period <= coalesce($to, '9999')
RETURN r.name AS repository, m.period AS month, parts[0] AS metric, parts[1] AS of, m.value AS days, m.preset AS preset, m.source AS source
ORDER BY repository, metric, of, month, preset LIMIT $limit

// title: OpenRank month by month
// about: The monthly OpenRank of one or several repositories, as published by the source that has it.
// kind: table
// param repositories: list[repository] [1..20] the repositories, owner/name
// param from: month = none first month
// param to: month = none last month
// param limit: int = 10000 [1..10000] most rows to return
// returns repository: str owner/name
// returns month: str the month
// returns openrank: float OpenRank in this month
// returns preset: str definition and version of the measure
// returns source: str the source that tells it
// example: repositories=vllm-project/vllm
UNWIND $repositories AS key
MATCH (r:Repository {key: key})-[m:MEASURED {metric: 'openrank'}]->(month:Month)
WHERE size(m.period) = 7 AND coalesce($from, '') <= m.period <= coalesce($to, '9999')
RETURN r.name AS repository, month.month AS month, m.value AS openrank, m.preset AS preset, m.source AS source
ORDER BY repository, month, source LIMIT $limit

// title: OpenRank month by month
// about: The monthly OpenRank of one or several repositories, as published by the sources that have it, with the zeros that
//   OpenDigger leaves out. Where none has it, or where `preset` names it, as `ossatlas measure openrank` found it over what is loaded.
// kind: table
// param repositories: list[repository] [1..20] the repositories, owner/name
// param from: month = none first month
// param to: month = none last month
// param preset: str = none definition and version, such as global-2026/1; what is published when absent
// param limit: int = 10000 [1..10000] most rows to return
// returns repository: str owner/name
// returns month: str the month
// returns openrank: float OpenRank in this month
// returns age: int months since the repository was created, none where that is not known
// returns preset: str definition and version of the measure
// returns source: str the source that tells it
// load: ossatlas load opendigger OWNER/NAME --metrics openrank
// example: repositories=vllm-project/vllm
UNWIND $repositories AS key
MATCH (r:Repository {key: key})-[m:MEASURED {metric: 'openrank'}]->(:Month)
WHERE CASE
    WHEN $preset IS NOT NULL THEN m.preset = $preset
    WHEN m.source = 'measure' THEN m.preset = r.openrank_preset
         AND NOT EXISTS { (r)-[p:MEASURED {metric: 'openrank'}]->(:Month) WHERE p.source <> 'measure' AND size(p.period) = 7 }
    ELSE true END
  AND size(m.period) = 7
WITH r, m ORDER BY m.period
WITH r, m.preset AS preset, m.source AS source, 'openrank' AS measured,
     collect({at: 12 * toInteger(left(m.period, 4)) + toInteger(right(m.period, 2)), month: m.period, value: m.value}) AS points
// include: zeros_filled
UNWIND filled AS point
WITH r, preset, source, point WHERE coalesce($from, '') <= point.month <= coalesce($to, '9999')
RETURN r.name AS repository, point.month AS month, point.value AS openrank,
       CASE WHEN size(r.created_at) >= 7
            THEN point.at - 12 * toInteger(left(r.created_at, 4)) - toInteger(substring(r.created_at, 5, 2)) END AS age,
       preset, source
ORDER BY repository, month, source, preset LIMIT $limit

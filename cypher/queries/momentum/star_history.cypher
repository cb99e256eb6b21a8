// title: Star history
// about: Stars of each project at the end of each month, by the source that tells most months; also by the project's age
//   in months, so that projects can be laid over each other. Where no source tells how many there were, but one tells how many were
//   gained each month, `stars` is the sum of these since `summed_since`, which lacks what came before, or in a month that is missing.
// kind: table
// param repositories: list[repository] [1..20] the repositories, owner/name
// param from: month = none first month
// param to: month = none last month
// param metric: str = stars the measure: stars, stars_gained to be added up, or another that is counted at the end of a month
// param preset: str = none definition and version of the measure; that with most months when absent
// param limit: int = 10000 [1..100000] most rows to return
// returns repository: str owner/name
// returns month: str the month
// returns stars: int stars at its end, as the source counts them; where `summed_since` has a month, those gained since then
// returns gained: int gained in this month, none where that is not known
// returns age: int months since the project was created, none where that is not known
// returns summed_since: str first month of the sum, none where the source counts stars at the end of a month
// returns source: str the source of the series
// load: ossatlas load github OWNER/NAME --what repository,stars
// example: repositories=vllm-project/vllm,sgl-project/sglang metric=openrank
UNWIND $repositories AS key
MATCH (r:Repository {key: key})
WITH r, $preset AS scale
// include: counted_series
UNWIND range(0, size(points) - 1) AS n
WITH r, source, summed_since, points[n] AS here,
     CASE WHEN n = 0 THEN CASE WHEN summed_since IS NOT NULL THEN 0 END
          WHEN summed_since IS NOT NULL OR points[n - 1].at = points[n].at - 1 THEN points[n - 1].value END AS past,
     CASE WHEN size(r.created_at) >= 7
          THEN points[n].at - 12 * toInteger(left(r.created_at, 4)) - toInteger(substring(r.created_at, 5, 2)) END AS age
WHERE coalesce($from, '') <= here.month <= coalesce($to, '9999')
RETURN r.name AS repository, here.month AS month, toInteger(here.value) AS stars, toInteger(here.value - past) AS gained,
       age, summed_since, source
ORDER BY repository, month LIMIT $limit

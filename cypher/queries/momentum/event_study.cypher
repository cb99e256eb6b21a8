// title: Before and after an event
// about: The mean of a measure in the months before a dated event and in those after it, for the projects that the event
//   concerns. The month of the event counts as after. An event known by its year alone is left out.
// kind: table
// param repositories: list[repository] = none [1..200] only these projects; all with events when absent
// param months: int = 3 [1..36] months on each side
// param metric: str = openrank the measure, such as openrank or stars
// param preset: str = none definition and version of the measure; that with most months when absent
// param limit: int = 200 [1..10000] most rows to return
// returns repository: str owner/name
// returns event: str what happened
// returns date: str when
// returns before: float mean of the months before, none where there is none
// returns after: float mean of the months from the event on
// returns change: float relative change, none where either is unknown
// returns months_before: int months with a value before
// returns months_after: int months with a value after
// returns source: str the source of the series
// load: ossatlas load opendigger OWNER/NAME --metrics openrank
// example: months=3
MATCH (e:Event)-[:CONCERNS]->(r:Repository)
WHERE size(e.date) >= 7 AND ($repositories IS NULL OR r.key IN $repositories)
WITH e, r, $preset AS scale
// include: monthly_series
WITH e, r, source, points, 12 * toInteger(left(e.date, 4)) + toInteger(substring(e.date, 5, 2)) AS at
WITH e, r, source, [p IN points WHERE at - $months <= p.at < at | p.value] AS past,
     [p IN points WHERE at <= p.at < at + $months | p.value] AS next
WHERE size(past) + size(next) > 0
WITH *, CASE WHEN past <> [] THEN reduce(s = 0.0, v IN past | s + v) / size(past) END AS before,
     CASE WHEN next <> [] THEN reduce(s = 0.0, v IN next | s + v) / size(next) END AS after
RETURN r.name AS repository, e.name AS event, e.date AS date, before, after,
       CASE WHEN before > 0 THEN (after - before) / before END AS change, size(past) AS months_before,
       size(next) AS months_after, source
ORDER BY date, repository, event LIMIT $limit

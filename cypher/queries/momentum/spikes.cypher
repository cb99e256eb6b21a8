// title: Sudden changes
// about: Months in which a measure left what the months before let expect. The ratio to the median of the six months
//   before is held against the project's own ratios: how far its logarithm is from their median, in units of 1.4826 times
//   their median absolute deviation (at least 0.05, a change of 5 %). Robust: one jump does not hide another.
// kind: table
// param repositories: list[repository] = none [1..200] the repositories, owner/name; all with a series when absent
// param least: float = 3 [1..100] how many units away, at least
// param change: float = 0.3 [0..100] smallest relative change that counts, 0.3 is 30 %
// param metric: str = openrank the measure, such as openrank or stars
// param preset: str = none definition and version of the measure; that with most months when absent
// param limit: int = 100 [1..10000] most rows to return
// returns repository: str owner/name
// returns month: str the month
// returns value: float the measure
// returns expected: float median of the up to six months before
// returns times: float value over what was expected; 34 is a rise of 34 times, 0.59 a fall of 41 %
// returns score: float units away from the project's usual change
// returns source: str the source of the series
// budget: 60 s
// load: ossatlas load opendigger OWNER/NAME --metrics openrank
// example: least=2 change=0.1
// include: repositories_asked
WITH r, $preset AS scale
// include: monthly_series
UNWIND range(3, size(points) - 1) AS n
WITH r, source, points[n] AS here, [p IN points WHERE points[n].at - 6 <= p.at < points[n].at AND p.value > 0 | p.value] AS past
WHERE size(past) >= 3
UNWIND past AS one
WITH r, source, here, percentileCont(one, 0.5) AS expected
WITH r, source, here, expected, log(CASE WHEN here.value > 0.000001 THEN here.value ELSE 0.000001 END / expected) AS change
WITH r, source, collect({here: here, expected: expected, change: change}) AS changes, percentileCont(change, 0.5) AS usual
UNWIND changes AS change
WITH r, source, changes, usual, percentileCont(abs(change.change - usual), 0.5) AS deviation
UNWIND changes AS c
WITH r, source, c.here AS here, c.expected AS expected, c.change - usual AS away,
     CASE WHEN 1.4826 * deviation > 0.05 THEN 1.4826 * deviation ELSE 0.05 END AS unit
WITH *, here.value / expected AS times, away / unit AS score
WHERE abs(score) >= $least AND abs(times - 1) >= $change
RETURN r.name AS repository, here.month AS month, here.value AS value, expected, times, score, source
ORDER BY abs(score) DESC, repository, month LIMIT $limit

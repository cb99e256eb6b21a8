// title: Momentum and size
// about: Momentum is (mean of the last three months - mean of the nine before) / mean of the nine before; size is the mean
//   of the last three months. The quadrants part projects at momentum 0 and at the median size of those asked for.
//   A project without all twelve months is unknown. Sizes are of one definition: published and own values are not mixed.
// kind: table
// param repositories: list[repository] = none [1..200] the repositories, owner/name; all with a series when absent
// param month: month = none the last of the twelve months; the last of each series when absent
// param metric: str = openrank the measure, such as openrank or activity
// param preset: str = none definition and version of the measure; one for all projects, that which most of them have, when absent
// param limit: int = 200 [1..10000] most rows to return
// returns repository: str owner/name
// returns month: str last of the twelve months
// returns size: float mean of the last three months
// returns earlier: float mean of the nine before
// returns momentum: float relative change, none where a month is missing
// returns quadrant: str large and rising, large and falling, small and rising, small and falling
// returns preset: str definition and version of the measure
// returns source: str the source of the series
// budget: 60 s
// load: ossatlas load opendigger OWNER/NAME --metrics openrank
// example: limit=50
// include: repositories_asked
WITH r WHERE EXISTS { (r)-[:MEASURED]->() }
WITH collect(r) AS members
// include: one_scale
UNWIND members AS r
// include: monthly_series
WITH r, scale, source, points, coalesce($month, last(points).month) AS month
WITH *, 12 * toInteger(left(month, 4)) + toInteger(right(month, 2)) AS at
WITH r, scale, source, month, [p IN points WHERE at - 3 < p.at <= at | p.value] AS now,
     [p IN points WHERE at - 12 < p.at <= at - 3 | p.value] AS earlier
WITH r, scale, source, month, CASE WHEN size(now) = 3 THEN reduce(s = 0.0, v IN now | s + v) / 3 END AS size,
     CASE WHEN size(earlier) = 9 THEN reduce(s = 0.0, v IN earlier | s + v) / 9 END AS earlier
WITH *, CASE WHEN earlier > 0 THEN (size - earlier) / earlier END AS momentum
WITH scale, collect({r: r, source: source, month: month, size: size, earlier: earlier, momentum: momentum}) AS rows,
     percentileCont(size, 0.5) AS middle
UNWIND rows AS row
RETURN row.r.name AS repository, row.month AS month, row.size AS size, row.earlier AS earlier, row.momentum AS momentum,
       CASE WHEN row.momentum IS NULL THEN null
            ELSE CASE WHEN row.size >= middle THEN 'large' ELSE 'small' END + ' and '
                 + CASE WHEN row.momentum >= 0 THEN 'rising' ELSE 'falling' END END AS quadrant,
       scale AS preset, row.source AS source
ORDER BY momentum IS NULL, momentum DESC, repository LIMIT $limit

// What a series of `points` comes to at the month `at` (months since the year 0), by the definition `$by`, and what it came to before:
// the mean of three months and of the three before (`quarter`), a month and the one before (`month`), or a month and the same a year
// earlier (`year`). Null where one of these months is missing. `definition` says it in words.
CALL (points, at) {
  WITH points, at, CASE $by WHEN 'quarter' THEN 3 ELSE 1 END AS length,
       CASE $by WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END AS back
  WITH length, [p IN points WHERE at - length < p.at <= at | p.value] AS now,
       [p IN points WHERE at - length - back < p.at <= at - back | p.value] AS earlier
  RETURN CASE WHEN size(now) = length THEN reduce(s = 0.0, v IN now | s + v) / length END AS value,
         CASE WHEN size(earlier) = length THEN reduce(s = 0.0, v IN earlier | s + v) / length END AS before,
         CASE $by WHEN 'month' THEN 'a month over the one before' WHEN 'quarter' THEN 'mean of three months over the mean of the three before'
                  ELSE 'a month over the same month a year earlier' END AS definition
}

// What was done in repository `r` in the window, by the answering `source` and by corrections: `d`, `c`, and what `$activity` counts
// of it as `value`.
MATCH (d:Developer)-[c:CONTRIBUTED_TO]->(r)
WHERE (c.source = source OR ($source IS NULL AND c.source = 'corrections'
                             AND (size(c.period) = 7) = (method <> 'totals')))
  AND left(c.period, 7) >= coalesce($from, '') AND right(c.period, 7) <= coalesce($to, '9999')
  AND ($bots OR NOT coalesce(d.bot, false))
WITH d, c,
// include: activity_value
AS value

// Who contributed to repository `r` by the answering `source`, and how much; a correction replaces a single value.
CALL (r, source, method) {
  MATCH (d:Developer)-[c:CONTRIBUTED_TO]->(r)
  WHERE (c.source = source OR ($source IS NULL AND c.source = 'corrections'
                               AND (size(c.period) = 7) = (method <> 'totals')))
    AND left(c.period, 7) >= coalesce($from, '') AND right(c.period, 7) <= coalesce($to, '9999')
    AND ($bots OR NOT coalesce(d.bot, false))
  WITH d, c, CASE $activity
    WHEN 'any' THEN CASE WHEN coalesce(c.commits, 0) > coalesce(c.merged_prs, 0) THEN c.commits ELSE c.merged_prs END
    ELSE c[$activity] END AS value
  WITH d, c.period AS period,
       max(CASE WHEN c.source = source THEN value END) AS told,
       max(CASE WHEN c.source <> source THEN value END) AS corrected
  WITH d, sum(coalesce(corrected, told, 0)) AS contributions, count(corrected) AS corrections
  WHERE contributions > 0
  RETURN d, contributions, corrections
}

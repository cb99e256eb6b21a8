// Who contributed to repository `r` by the answering `source`, and how much; a correction replaces a single value.
CALL (r, source, method) {
  // include: contributed
  WITH d, c.period AS period,
       max(CASE WHEN c.source = source THEN value END) AS told,
       max(CASE WHEN c.source <> source THEN value END) AS corrected
  WITH d, sum(coalesce(corrected, told, 0)) AS contributions, count(corrected) AS corrections
  WHERE contributions > 0
  RETURN d, contributions, corrections
}

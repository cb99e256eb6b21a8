// The middle of a subquery about repository `r` and the answering `source`: of each developer `d` the `contributions`, how many
// values `corrections` replaced, and the `activity`, in which OpenDigger measures collaboration: the one that the source tells, else of
// each month the root of its weighted counts; added up. None where it tells of none of these counts, as of commits alone, or has no
// months, as a table of totals. A correction replaces a single value.
// include: contributed
WITH d, c.period AS period,
     max(CASE WHEN c.source = source THEN value END) AS told,
     max(CASE WHEN c.source <> source THEN value END) AS corrected,
     head(collect(CASE WHEN c.source = source THEN c END)) AS said,
     head(collect(CASE WHEN c.source <> source THEN c END)) AS mended
WITH d, size(period) = 7 AS month, coalesce(corrected, told, 0) AS made, corrected,
     coalesce(mended.activity, said.activity) AS stated,
     coalesce(mended.issue_comments, said.issue_comments) AS issue_comments,
     coalesce(mended.opened_issues, said.opened_issues) AS opened_issues,
     coalesce(mended.opened_prs, said.opened_prs) AS opened_prs,
     coalesce(mended.review_comments, said.review_comments) AS review_comments,
     coalesce(mended.merged_prs, said.merged_prs) AS merged_prs
WITH d, made, corrected, CASE
  WHEN stated IS NOT NULL THEN stated
  WHEN month AND coalesce(issue_comments, opened_issues, opened_prs, review_comments, merged_prs) IS NOT NULL
  THEN sqrt(0.5252 * coalesce(issue_comments, 0) + 2.2235 * coalesce(opened_issues, 0) + 4.0679 * coalesce(opened_prs, 0)
            + 0.7427 * coalesce(review_comments, 0) + 2.0339 * coalesce(merged_prs, 0))
  END AS part
WITH d, sum(made) AS contributions, count(corrected) AS corrections, CASE WHEN count(part) > 0 THEN sum(part) END AS activity
WHERE contributions > 0 OR ($activity = 'activity' AND activity > 0)

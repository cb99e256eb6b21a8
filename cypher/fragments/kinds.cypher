// What developer `d` did in repository `r` in the window by the answering `source`, kind by kind, in `kinds`. A kind that the
// source counts (`counted`) and that was not done is 0; one that it does not count is missing. A correction replaces a single value.
CALL (d, r, source, counted, corrections) {
  MATCH (d)-[c:CONTRIBUTED_TO]->(r)
  WHERE c.source IN [source, CASE WHEN corrections > 0 THEN 'corrections' END]
    AND left(c.period, 7) >= coalesce($from, '') AND right(c.period, 7) <= coalesce($to, '9999')
  UNWIND ['merged_prs', 'opened_prs', 'reviews', 'merged_others', 'opened_issues', 'closed_issues', 'issue_comments',
          'review_comments', 'pushes', 'commits', 'co_authored_commits', 'stars'] AS kind
  WITH kind, c.period AS period, max(CASE WHEN c.source = source THEN c[kind] END) AS told,
       max(CASE WHEN c.source <> source THEN c[kind] END) AS corrected
  WITH kind, sum(coalesce(corrected, told, 0)) AS done WHERE done > 0 OR kind IN counted
  RETURN apoc.map.fromPairs(collect([kind, done])) AS kinds
}

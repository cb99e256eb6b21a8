// What stands behind the edge of developer `d` to repository `r` by the answering `source`: its last 24 periods, with what was
// done in each, kind by kind where the source tells of the kind.
CALL (d, r, source, corrections) {
  MATCH (d)-[c:CONTRIBUTED_TO]->(r)
  WHERE c.source IN [source, CASE WHEN corrections > 0 THEN 'corrections' END]
    AND left(c.period, 7) >= coalesce($from, '') AND right(c.period, 7) <= coalesce($to, '9999')
  WITH c ORDER BY c.period DESC, c.source
  WITH collect(c) AS found
  RETURN [c IN found[..24] | apoc.map.merge(apoc.map.clean(c {
            .opened_prs, .reviews, .merged_others, .opened_issues, .closed_issues, .issue_comments, .review_comments, .pushes,
            .co_authored_commits, .stars}, [], []), c {.period, .source, .merged_prs, .commits})] AS evidence,
         size(found) AS evidence_rows
}

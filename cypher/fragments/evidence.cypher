// What stands behind the edge of developer `d` to repository `r` by the answering `source`: its last 24 periods.
CALL (d, r, source, corrections) {
  MATCH (d)-[c:CONTRIBUTED_TO]->(r)
  WHERE c.source IN [source, CASE WHEN corrections > 0 THEN 'corrections' END]
    AND left(c.period, 7) >= coalesce($from, '') AND right(c.period, 7) <= coalesce($to, '9999')
  WITH c ORDER BY c.period DESC, c.source
  RETURN collect({period: c.period, source: c.source, merged_prs: c.merged_prs, commits: c.commits})[..24] AS evidence,
         count(*) AS evidence_rows
}

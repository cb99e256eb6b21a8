// Which source answers for repository `r` in both periods: a user's choice where it reaches into both, else the best that does, of two
// alike the one that reaches further. No totals, which have no months; and no source that ends before the second period, or
// everybody would seem to have gone.
OPTIONAL CALL (r) {
  MATCH (r)-[c:COVERED_BY]->(:Snapshot)
  WHERE c.method <> 'totals' AND ($activity IN c.activities
        OR $activity = 'any' AND any(a IN c.activities WHERE a IN ['commits', 'merged_prs']))
  WITH c.source AS source, min(CASE WHEN c.partial THEN 1 ELSE 0 END) AS partial, min(c.rank) AS rank,
       max(c.covers_to) AS last,
       collect({since: c.covers_from, until: c.covers_to}) AS spans
  WHERE any(s IN spans WHERE s.since <= right($first, 7) AND s.until >= left($first, 7))
    AND any(s IN spans WHERE s.since <= right($second, 7) AND s.until >= left($second, 7))
  RETURN source ORDER BY source <> coalesce($source, ''), partial, rank, last DESC, source LIMIT 1
}

// Which source answers for repository `r`: a user's choice where it covers the repository, else the best that does.
// A source of single events (a code host's lists, `api`, or a record of events) has to cover the window, totals have
// to be for it, histories have to reach into it.
CALL (r) {
  OPTIONAL MATCH (r)-[covered:COVERED_BY]->(:Snapshot)
  WHERE ($activity = 'any' OR $activity IN covered.activities)
    AND CASE covered.method
      WHEN 'totals' THEN ($from IS NULL AND $to IS NULL) OR ($from = covered.covers_from AND $to = covered.covers_to)
      WHEN 'api' THEN coalesce($from, covered.covers_from) >= covered.covers_from
                  AND coalesce($to, covered.covers_to) <= covered.covers_to
      WHEN 'events' THEN coalesce($from, covered.covers_from) >= covered.covers_from
                     AND coalesce($to, covered.covers_to) <= covered.covers_to
      ELSE coalesce($from, covered.covers_from) <= covered.covers_to
       AND coalesce($to, covered.covers_to) >= covered.covers_from
    END
  WITH covered ORDER BY covered.source <> coalesce($source, ''), covered.rank, covered.source LIMIT 1
  RETURN covered.source AS source, covered.method AS method
}

// Which source answers for repository `r`: a user's choice where it covers the repository, else the best that does.
// A source of single events (a code host's lists, `api`, or a record of events) has to cover every month of the window,
// and without a window all that the next source tells of; totals have to be for the window; histories have to reach
// into it. Of two that know alike, the one that reaches further answers, then the first by name (`git` before
// `git-bundled`). What was read in part answers last; a last month that is not over makes no source shorter than
// others. OpenDigger's `activity` is told by who states it, and by who counts all that it weighs.
CALL (r) {
  OPTIONAL MATCH (r)-[c:COVERED_BY]->(:Snapshot)
  WHERE $activity IN c.activities
     OR ($activity = 'any' AND any(a IN c.activities WHERE a IN ['commits', 'merged_prs']))
     OR ($activity = 'activity' AND all(a IN ['issue_comments', 'opened_issues', 'opened_prs', 'review_comments', 'merged_prs']
                                        WHERE a IN c.activities))
  WITH c.source AS source, c.method AS method, c.rank AS rank, coalesce(c.partial, false) AS partial,
       min(c.covers_from) AS first, max(c.covers_to) AS last,
       collect(DISTINCT [12 * toInteger(left(c.covers_from, 4)) + toInteger(right(c.covers_from, 2)),
                         12 * toInteger(left(c.covers_to, 4)) + toInteger(right(c.covers_to, 2))]) AS spans
  WITH *, coalesce($from, first) AS since, coalesce($to, last) AS until
  WHERE CASE
    WHEN method = 'totals' THEN ($from IS NULL AND $to IS NULL) OR ($from = first AND $to = last)
    WHEN method IN ['api', 'events'] AND NOT partial THEN since >= first AND until <= last AND all(
      month IN range(12 * toInteger(left(since, 4)) + toInteger(right(since, 2)),
                     12 * toInteger(left(until, 4)) + toInteger(right(until, 2)))
      WHERE any(span IN spans WHERE span[0] <= month <= span[1]))
    ELSE since <= last AND until >= first
  END
  WITH source, method, rank, partial, first, last ORDER BY partial, rank, last DESC, source
  WITH collect({source: source, method: method, rank: rank, partial: partial, first: first, last: last}) AS found
  WITH found, head([f IN found WHERE NOT f.method IN ['api', 'events'] AND NOT f.partial]) AS next
  UNWIND CASE WHEN found = [] THEN [null] ELSE found END AS f
  WITH f, coalesce($from, $to) IS NULL AND f.method IN ['api', 'events'] AND (f.first > next.first
          OR all(twin IN found WHERE twin.source <> f.source OR twin.last < next.last)) AS short
  ORDER BY f.source <> coalesce($source, ''), f.partial, coalesce(short, false), f.rank, f.last DESC, f.source LIMIT 1
  RETURN f.source AS source, f.method AS method
}

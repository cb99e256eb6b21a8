// Ties between repositories as a projection, with their strength in two windows: `before`, the months of the window before
// `$split`, and `after`, those from it on. One source answers for each repository, in both. Developers in more than `$cap`
// repositories are left out, and so are the ties of fewer than `$min_developers`; each shared developer counts one over
// their other repositories of the same window (Newman).
MATCH (r:Repository)
// include: answering_source
WITH r, source, method WHERE source IS NOT NULL
CALL (r, source) {
  MATCH (d:Developer)-[c:CONTRIBUTED_TO]->(r)
  WHERE c.source = source AND size(c.period) = 7 AND coalesce($from, '') <= c.period <= coalesce($to, '9999')
    AND ($bots OR NOT coalesce(d.bot, false))
    AND CASE $activity WHEN 'any' THEN coalesce(c.commits, 0) + coalesce(c.merged_prs, 0) ELSE c[$activity] END > 0
  RETURN DISTINCT d, c.period >= $split AS late
}
WITH d, late, collect(r) AS worked
WHERE 1 < size(worked) <= $cap
WITH collect([late, worked]) AS people
CALL (people) {
  UNWIND range(0, size(people) - 1) AS at
  UNWIND people[at][1] AS start
  RETURN start, collect(at) AS there
}
CALL (people, start, there) { // one repository after another, so that memory holds the ties of one
  UNWIND there AS at
  WITH start, people[at][0] AS late, people[at][1] AS worked
  WITH start, late, worked, 1.0 / (size(worked) - 1) AS part ORDER BY part // a sum depends on its order
  UNWIND worked AS end
  WITH end, late, part WHERE start.key < end.key
  WITH end, late, sum(part) AS strength, count(*) AS developers WHERE developers >= $min_developers
  RETURN end, sum(CASE WHEN late THEN 0.0 ELSE strength END) AS before, sum(CASE WHEN late THEN strength ELSE 0.0 END) AS after
}
RETURN start, end, before, after

// Ties between repositories as a projection, with their strength in two windows: `before`, the months of the window before
// `$split`, and `after`, those from it on. One source answers for each repository, in both. Developers in more than `$cap`
// repositories are left out; each shared developer counts one over their other repositories of the same window (Newman).
MATCH (r:Repository)
// include: answering_source
WITH r, source, method WHERE source IS NOT NULL
MATCH (d:Developer)-[c:CONTRIBUTED_TO]->(r)
WHERE c.source = source AND size(c.period) = 7 AND coalesce($from, '') <= c.period <= coalesce($to, '9999')
  AND ($bots OR NOT coalesce(d.bot, false))
  AND CASE $activity WHEN 'any' THEN coalesce(c.commits, 0) + coalesce(c.merged_prs, 0) ELSE c[$activity] END > 0
WITH DISTINCT d, r, c.period >= $split AS late ORDER BY r.key
WITH d, late, collect(r) AS worked
WHERE 1 < size(worked) <= $cap
WITH worked, late, 1.0 / (size(worked) - 1) AS part
UNWIND range(0, size(worked) - 2) AS one UNWIND range(one + 1, size(worked) - 1) AS two
RETURN worked[one] AS start, worked[two] AS end, sum(CASE WHEN late THEN 0.0 ELSE part END) AS before,
       sum(CASE WHEN late THEN part ELSE 0.0 END) AS after

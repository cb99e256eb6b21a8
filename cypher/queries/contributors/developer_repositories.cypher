// title: Where a developer contributes
// about: The repositories of one developer with what each source counts there, and from when to when. Sources stand side
//   by side and are never added up. Stars are no contributions.
// kind: table
// param developer: developer login of the developer
// param from: month = none first month of the window
// param to: month = none last month of the window
// param limit: int = 200 [1..10000] most rows to return
// returns repository: str owner/name
// returns source: str the source
// returns first_month: str first month with a contribution
// returns last_month: str last month with a contribution
// returns merged_prs: int own pull requests merged, none where the source does not count them
// returns commits: int commits authored on the default branch, none where the source does not count them
// load: ossatlas load github @LOGIN
// example: developer=LyricZhao
MATCH (d:Developer {key: $developer})-[c:CONTRIBUTED_TO]->(r:Repository)
WHERE left(c.period, 7) >= coalesce($from, '') AND right(c.period, 7) <= coalesce($to, '9999')
// include: worked
WITH r, c.source AS source, min(left(c.period, 7)) AS first_month, max(right(c.period, 7)) AS last_month,
     sum(c.merged_prs) AS merged, sum(c.commits) AS authored
// include: kinds_counted
RETURN r.name AS repository, source, first_month, last_month,
       CASE WHEN merged > 0 OR 'merged_prs' IN counted THEN merged END AS merged_prs,
       CASE WHEN authored > 0 OR 'commits' IN counted THEN authored END AS commits
ORDER BY coalesce(commits, 0) + coalesce(merged_prs, 0) DESC, repository, source LIMIT $limit

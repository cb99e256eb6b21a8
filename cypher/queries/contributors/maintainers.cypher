// title: Who merges and answers
// about: Developers who merge others' pull requests, review, close issues, or comment on issues and on lines of pull requests in
//   a repository, by the source of single events that answers; and those whom a source names as maintainers. Without single
//   events only the latter are known. Who merges most comes first, then who answers most: reviews, closed issues and comments
//   together. A comment counts whoever's issue it is on, one's own too.
// kind: table
// param repository: repository the repository, owner/name
// param activity: merged_others|reviews|closed_issues|issue_comments|review_comments = merged_others what decides which source answers
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers where it covers the repository
// param bots: bool = false whether machine accounts show: those that merge on somebody's word
// param limit: int = 50 [1..10000] most rows to return
// returns developer: str login of the developer
// returns merged_others: int pull requests of others merged, none where not counted
// returns reviews: int reviews given, none where not counted
// returns closed_issues: int issues closed, none where not counted
// returns issue_comments: int comments on issues and pull requests, none where not counted
// returns review_comments: int comments on lines of pull requests, none where not counted
// returns named_by: list[str] sources that name the developer as a maintainer
// returns organizations: list[str] employers or universities, none where unknown
// returns sources: list[str] sources that answered
// load: ossatlas load github OWNER/NAME --what repository,pulls,reviews,issues,comments
// example: repository=deepseek-ai/DeepEP
MATCH (r:Repository {key: $repository})
// include: answering_source
// include: kinds_counted
CALL (r, source, method, counted) {
  MATCH (d:Developer)-[c:CONTRIBUTED_TO {source: source}]->(r)
  WHERE method IN ['api', 'events'] AND left(c.period, 7) >= coalesce($from, '') AND right(c.period, 7) <= coalesce($to, '9999')
    AND ($bots OR NOT coalesce(d.bot, false))
  WITH d, source, counted, sum(c.merged_others) AS merged_others, sum(c.reviews) AS reviews, sum(c.closed_issues) AS closed_issues,
       sum(c.issue_comments) AS issue_comments, sum(c.review_comments) AS review_comments
  WHERE merged_others + reviews + closed_issues + issue_comments + review_comments > 0
  WITH d, source, CASE WHEN 'merged_others' IN counted THEN merged_others END AS merged_others,
       CASE WHEN 'reviews' IN counted THEN reviews END AS reviews, CASE WHEN 'closed_issues' IN counted THEN closed_issues END AS closed_issues,
       CASE WHEN 'issue_comments' IN counted THEN issue_comments END AS issue_comments,
       CASE WHEN 'review_comments' IN counted THEN review_comments END AS review_comments
  RETURN d, merged_others, reviews, closed_issues, issue_comments, review_comments, [source] AS sources, [] AS named_by
  UNION
  MATCH (d:Developer)-[m:MAINTAINS]->(r)
  RETURN d, null AS merged_others, null AS reviews, null AS closed_issues, null AS issue_comments, null AS review_comments,
         collect(m.source) AS sources, collect(m.source) AS named_by
}
WITH d, max(merged_others) AS merged_others, max(reviews) AS reviews, max(closed_issues) AS closed_issues,
     max(issue_comments) AS issue_comments, max(review_comments) AS review_comments,
     apoc.coll.toSet(apoc.coll.flatten(collect(sources))) AS sources, apoc.coll.toSet(apoc.coll.flatten(collect(named_by))) AS named_by
// include: employers
RETURN d.login AS developer, merged_others, reviews, closed_issues, issue_comments, review_comments, named_by, organizations, sources
ORDER BY coalesce(merged_others, 0) DESC, coalesce(reviews, 0) + coalesce(closed_issues, 0) + coalesce(issue_comments, 0) + coalesce(review_comments, 0) DESC,
         size(named_by) DESC, toLower(developer) LIMIT $limit

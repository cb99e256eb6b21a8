// title: What an OpenRank of a month is made from
// about: Who did how much in which repository in one month, for the activities that the presets of OpenRank weigh. For each
//   repository one source answers: of those that cover the month wholly, else in part, the one that makes most of these
//   counts, then the best by rank. `ossatlas measure openrank` starts from these rows, and leaves out what its preset does.
// kind: table
// param month: month the month
// param preset: global-2026|global-2023-docs = global-2026 whose activities decide which source answers
// returns developer: str key of the developer
// returns bot: bool whether it is a machine's account
// returns repository: str key of the repository
// returns opened_issues: int issues opened, none where not counted
// returns issue_comments: int comments on issues and pull requests, none where not counted
// returns closed_issues: int issues closed, none where not counted
// returns review_comments: int comments on changed lines, none where not counted
// returns opened_prs: int pull requests opened, none where not counted
// returns merged_prs: int own pull requests merged, none where not counted
// returns pushes: int pushes, none where not counted
// returns source: str the source that counted
// budget: 600 s, 1000000 rows
// load: ossatlas load gharchive FROM..TO --organizations NAME
// example: month=2025-04
// include: openrank_preset
MATCH (d:Developer)-[c:CONTRIBUTED_TO {period: $month}]->(r:Repository)
WITH preset, r, collect([d, c]) AS told
// include: openrank_source
UNWIND told AS one
WITH r, source, one[0] AS d, one[1] AS c WHERE c.source = source
RETURN d.key AS developer, coalesce(d.bot, false) AS bot, r.key AS repository, c.opened_issues AS opened_issues,
       c.issue_comments AS issue_comments, c.closed_issues AS closed_issues, c.review_comments AS review_comments,
       c.opened_prs AS opened_prs, c.merged_prs AS merged_prs, c.pushes AS pushes, source

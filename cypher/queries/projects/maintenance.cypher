// title: How projects are maintained
// about: Commits, issues, pull requests and maintainers of repositories as a report counted them, beside what the source
//   of contributions tells, developer by developer. The two are counted differently, so both stand here, with the
//   difference.
// kind: table
// param repositories: list[repository] = none [1..100] the repositories, owner/name; all that were counted where absent
// param month: month = 2025-08 the month at whose reading the report's figures stand
// param activity: merged_prs|commits = merged_prs which contributions to set beside them
// param from: month = none first month of the contributions
// param to: month = none last month of the contributions
// param source: str = none source of the contributions where it covers a repository
// param bots: bool = false whether machine accounts count
// param limit: int = 100 [1..10000] most rows to return
// returns repository: str owner/name
// returns maintainers: list[str] logins of who answers for it, the first named first
// returns organizations: list[str] employers of the first maintainer
// returns released: str when it was first published
// returns last_commit: str last commit, by committer date
// returns commits: int commits
// returns issues_open: int open issues
// returns issues_closed: int closed issues
// returns prs_open: int open pull requests
// returns prs_merged: int merged pull requests, by the report
// returns prs_closed: int closed pull requests, merged ones among them
// returns pr_contributors: int developers with a merged pull request, by the report
// returns by_developer: int the contributions, summed over the developers that the source names
// returns difference: int prs_merged (or commits) less by_developer
// returns sources: list[str] source of the report's figures, and source of the contributions
// load: ossatlas demo --no-serve
// example: repositories=deepseek-ai/DeepEP,deepseek-ai/3FS
// include: repositories_asked
MATCH (r)-[m:MEASURED {metric: 'prs_merged', preset: 'published', period: $month}]->(:Month)
WITH r, m.source AS report
CALL (r, report) {
  MATCH (r)-[m:MEASURED {preset: 'published', period: $month, source: report}]->(:Month)
  RETURN apoc.map.fromPairs(collect([m.metric, toInteger(m.value)])) AS counted
}
// include: answering_source
CALL (r, source, method) {
  // include: contributions
  RETURN sum(contributions) AS by_developer
}
CALL (r) {
  MATCH (r)<-[m:MAINTAINS]-(d:Developer)
  WITH d ORDER BY m.order
  RETURN collect(d) AS maintainers
}
WITH *, maintainers[0] AS d
// include: employers
RETURN r.name AS repository, [x IN maintainers | x.login] AS maintainers, organizations, r.released_at AS released,
       r.last_commit_at AS last_commit, counted.commits AS commits, counted.issues_open AS issues_open,
       counted.issues_closed AS issues_closed, counted.prs_open AS prs_open, counted.prs_merged AS prs_merged,
       counted.prs_closed AS prs_closed, counted.pr_contributors AS pr_contributors, by_developer,
       CASE $activity WHEN 'commits' THEN counted.commits ELSE counted.prs_merged END - by_developer AS difference,
       [report, source] AS sources
ORDER BY commits DESC, repository LIMIT $limit

// title: Which source answers
// about: For each repository the one source that answers for a kind of contribution in a window, and what all sources
//   cover: a user's choice where it covers the repository, else single events that cover the window, then tables of
//   totals for just this window or for none, then git histories, then a fork's copy of one.
// kind: table
// param repositories: list[repository] [1..200] the repositories, owner/name
// param activity: merged_prs|commits|any|activity = any what counts; activity is OpenDigger's weighted sum
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param limit: int = 200 [1..10000] most rows to return
// returns repository: str owner/name
// returns source: str the source that answers, none where none does
// returns method: str how it knows: events, totals, git or git-fork
// returns known: list[str] what each source covers, and why a source cannot tell
// example: repositories=deepseek-ai/DeepEP,deepseek-ai/DeepGEMM from=2025-02 to=2025-12
UNWIND $repositories AS key
MATCH (r:Repository {key: key})
// include: answering_source
CALL (r) {
  OPTIONAL MATCH (r)-[c:COVERED_BY]->(:Snapshot) WHERE $activity = 'any' OR $activity IN c.activities
    OR ($activity = 'activity' AND all(a IN ['issue_comments', 'opened_issues', 'opened_prs', 'review_comments', 'merged_prs'] WHERE a IN c.activities))
  WITH DISTINCT c.source + ' covers ' + c.covers_from + ' to ' + c.covers_to AS span ORDER BY span
  RETURN collect(span) AS spans
}
CALL (r) { OPTIONAL MATCH (r)-[n:NOT_COVERED_BY]->(:Snapshot) RETURN collect(n.source + ': ' + n.note) AS notes }
RETURN r.name AS repository, source, method, spans + notes AS known
ORDER BY repository LIMIT $limit

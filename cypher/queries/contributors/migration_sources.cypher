// title: Which source answers in two periods
// about: For each repository the one source that tells of both periods, as `migration` takes it, and what all sources cover. Without
//   such a source who comes and who goes between the periods is not known.
// kind: table
// param repositories: list[repository] = none [1..200] the repositories, owner/name; those of the landscape when absent
// param first: period = 2024-01..2024-12 the first period
// param second: period = 2025-01..2025-12 the second period, after the first
// param activity: merged_prs|commits|any = any what counts
// param source: str = none source that answers wherever it reaches into both periods
// param limit: int = 1000 [1..10000] most rows to return
// returns repository: str owner/name
// returns source: str the source that answers, none where none does
// returns known: list[str] what each source covers
// load: ossatlas load github OWNER/NAME
// example: repositories=deepseek-ai/DeepEP,sgl-project/sglang
// example: first=2024-01..2024-06 second=2024-07..2024-12 limit=20
// include: asked_or_classified
// include: source_of_both
CALL (r) {
  OPTIONAL MATCH (r)-[c:COVERED_BY]->(:Snapshot)
  WITH DISTINCT c.source + ' covers ' + c.covers_from + ' to ' + c.covers_to AS span ORDER BY span
  RETURN collect(span) AS known
}
RETURN r.name AS repository, source, known ORDER BY repository LIMIT $limit

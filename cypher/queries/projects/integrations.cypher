// title: Who took a project in, and how fast
// about: Integrations of one project into another, with the days from announcement to completion. What was announced and
//   is not known to be completed stays in, without days.
// kind: table
// param repository: repository = none only integrations into or of this repository, owner/name
// param limit: int = 100 [1..10000] most rows to return
// returns repository: str the project that took the other in
// returns integrates: str the project that was taken in
// returns announced: str when it was announced
// returns completed: str when it was completed, none where it was not or is not known
// returns days: int days between the two
// returns evidence: str where that can be read
// returns submitted_by: str login of who did it
// returns source: str the source that tells it
// load: ossatlas demo --no-serve
// example: repository=deepseek-ai/DeepGEMM
MATCH (a:Repository)-[i:INTEGRATES]->(b:Repository)
WHERE $repository IS NULL OR $repository IN [a.key, b.key]
OPTIONAL MATCH (d:Developer)-[s:SUBMITTED {source: i.source}]->(b) WHERE s.into = a.name OR s.into IN a.former_names
WITH a, b, i, min(d.login) AS submitted_by
RETURN a.name AS repository, b.name AS integrates, i.announced AS announced, i.completed AS completed,
       CASE WHEN size(i.announced) = 10 AND size(i.completed) = 10
            THEN duration.inDays(date(i.announced), date(i.completed)).days END AS days,
       i.evidence AS evidence, submitted_by, i.source AS source
ORDER BY announced, days, repository, integrates LIMIT $limit

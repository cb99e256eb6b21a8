// title: Projects that ended or decline
// about: Repositories that a report names as ended or declining, with what it says and what came after; and those that look
//   like it by dates alone: many stars, and no commit since `last_commit_before`. Each limit that is given holds for every row,
//   and what is not known of a project keeps it out. Archived ones are marked.
// kind: table
// param named: bool = true whether to show those that a report names
// param created_since: date = none created since then
// param last_commit_before: date = none last commit before then; projects that look ended are shown too
// param stars_over: int = none [0..] more stars than these; when absent 1000, of those that only look ended
// param limit: int = 100 [1..10000] most rows to return
// returns repository: str owner/name
// returns created: str when it was created
// returns last_commit: str last commit, as precise as the source is
// returns stars: int stars at the last reading, none where unknown
// returns archived: bool whether its owners closed it, none where unknown
// returns note: str what the report says, none where none names it
// returns succeeded_by: list[str] what came after it
// returns source: str the source that names it, none where only the dates do
// load: ossatlas load github OWNER/NAME --what repository
// example: limit=20
// example: created_since=2024 last_commit_before=2026-01
MATCH (r:Repository)
WHERE ($named AND r.graveyard_note IS NOT NULL OR $last_commit_before IS NOT NULL)
  AND ($created_since IS NULL OR r.created_at >= $created_since)
  AND ($last_commit_before IS NULL OR r.last_commit_at < $last_commit_before)
CALL (r) {
  OPTIONAL MATCH (r)-[m:MEASURED {metric: 'stars'}]->()
  WITH m ORDER BY right(m.period, 7) DESC LIMIT 1
  RETURN coalesce(r.stars, toInteger(m.value)) AS stars
}
WITH r, stars WHERE CASE WHEN $stars_over IS NULL AND $named AND r.graveyard_note IS NOT NULL THEN true ELSE stars > coalesce($stars_over, 1000) END
OPTIONAL MATCH (r)-[:SUCCEEDED_BY]->(next)
WITH r, stars, next ORDER BY next.name
RETURN r.name AS repository, r.created_at AS created, r.last_commit_at AS last_commit, stars, r.archived AS archived,
       r.graveyard_note AS note, collect(next.name) AS succeeded_by,
       head([m IN r.snapshots WHERE m CONTAINS 'graveyard' | split(split(m, '|')[2], ':')[0]]) AS source
ORDER BY created, repository LIMIT $limit

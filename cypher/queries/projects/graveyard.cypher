// title: Projects that ended or decline
// about: Repositories that a report names as ended or declining, with what it says and what came after.
// kind: table
// param limit: int = 100 [1..10000] most rows to return
// returns repository: str owner/name
// returns created: str when it was created
// returns last_commit: str last commit, as precise as the source is
// returns note: str what the report says
// returns succeeded_by: list[str] what came after it
// returns source: str the source that names it
// example: limit=20
MATCH (r:Repository) WHERE r.graveyard_note IS NOT NULL
OPTIONAL MATCH (r)-[:SUCCEEDED_BY]->(next)
WITH r, next ORDER BY next.name
RETURN r.name AS repository, r.created_at AS created, r.last_commit_at AS last_commit, r.graveyard_note AS note,
       collect(next.name) AS succeeded_by,
       head([m IN r.snapshots WHERE m CONTAINS 'graveyard' | split(split(m, '|')[2], ':')[0]]) AS source
ORDER BY created, repository LIMIT $limit

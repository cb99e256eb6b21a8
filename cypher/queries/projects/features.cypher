// title: What platforms can do
// about: Capabilities of platforms side by side, as a report compares them.
// kind: table
// param limit: int = 200 [1..10000] most rows to return
// returns feature: str the capability
// returns repository: str owner/name of the platform
// returns level: str full, partial or none
// returns source: str the source that tells it
// load: ossatlas demo --no-serve
// example: limit=50
MATCH (r:Repository)-[o:OFFERS]->(f:Feature)
RETURN f.name AS feature, r.name AS repository, o.level AS level, o.source AS source
ORDER BY feature, repository LIMIT $limit

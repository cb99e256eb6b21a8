// title: Who uses a technique
// about: The projects that implement each technique, with the domains they are in and when the first and the last of them
//   were created, as far as that is known.
// kind: table
// param technique: technique = none only this technique
// param limit: int = 200 [1..10000] most rows to return
// returns technique: str the technique
// returns projects: int projects that implement it
// returns names: list[str] the projects
// returns domains: list[str] their domains in the landscape
// returns first_created: str creation of the oldest with a known date
// returns last_created: str creation of the youngest with a known date
// returns sources: list[str] sources that say so
// load: ossatlas demo --no-serve
// example: limit=20
MATCH (t:Technique)<-[u:USES_TECHNIQUE]-(p)
WHERE $technique IS NULL OR t.key = $technique
OPTIONAL MATCH (p)-[:IN_DOMAIN]->(:Domain)-[:PART_OF*0..2]->(d:Domain {level: 'domain'})
WITH t, p, u, d ORDER BY p.name, d.name
RETURN t.name AS technique, count(DISTINCT p) AS projects, collect(DISTINCT p.name) AS names,
       collect(DISTINCT d.name) AS domains, min(p.created_at) AS first_created, max(p.created_at) AS last_created,
       collect(DISTINCT u.source) AS sources
ORDER BY projects DESC, technique LIMIT $limit

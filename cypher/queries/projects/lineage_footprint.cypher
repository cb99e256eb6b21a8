// title: What came out of an institution
// about: The projects that an organization, or a part of it, founded or hosts, and what came after them, with their domains.
// kind: table
// param organization: organization = none the institution or foundation; all when absent
// param limit: int = 200 [1..10000] most rows to return
// returns organization: str the institution or foundation
// returns through: str the part of it that did it; itself where it has none
// returns relation: str founded, or hosts
// returns project: str the project
// returns since: str since when, as precise as the source is
// returns domains: list[str] the project's domains in the landscape
// returns succeeded_by: list[str] what came after it
// returns sources: list[str] sources that say so
// load: ossatlas demo --no-serve
// example: organization="UC Berkeley"
MATCH (o:Organization) WHERE $organization IS NULL OR o.key = $organization
MATCH (o)<-[:PART_OF*0..2]-(part:Organization)<-[e:FOUNDED_BY|HOSTED_BY]-(p)
OPTIONAL MATCH (p)-[:SUCCEEDED_BY]->(next)
WITH o, part, type(e) AS kind, p, min(e.since) AS since, collect(DISTINCT e.source) AS sources, collect(DISTINCT next.name) AS succeeded_by
RETURN o.name AS organization, part.name AS through, CASE kind WHEN 'FOUNDED_BY' THEN 'founded' ELSE 'hosts' END AS relation,
       coalesce(p.name, p.key) AS project, since,
       COLLECT { MATCH (p)-[:IN_DOMAIN]->(:Domain)-[:PART_OF*0..2]->(d:Domain {level: 'domain'}) RETURN DISTINCT d.name ORDER BY d.name } AS domains,
       succeeded_by, sources
ORDER BY organization, since, project LIMIT $limit

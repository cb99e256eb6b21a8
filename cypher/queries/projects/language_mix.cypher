// title: Languages by domain
// about: How many projects of each domain have which main programming language; a project whose language no source tells counts as unknown.
// kind: table
// param domain: domain = none only this domain, or those below it where it is made of domains
// param limit: int = 1000 [1..10000] most rows to return
// returns domain: str the domain
// returns language: str main programming language, none where unknown
// returns projects: int projects
// returns share: float share of the domain's projects, 0..1
// returns examples: list[str] up to five of them
// load: ossatlas load github OWNER/NAME --what repository
// example: limit=100
MATCH (d:Domain)
WHERE d.level = 'domain' AND ($domain IS NULL OR EXISTS { (d)-[:PART_OF*0..3]->(:Domain {key: $domain}) })
   OR d.key = $domain AND NOT EXISTS { (d)<-[:PART_OF*0..3]-(:Domain {level: 'domain'}) }
MATCH (d)<-[:PART_OF*0..2]-(:Domain)<-[:IN_DOMAIN]-(r:Repository)
WITH DISTINCT d, r ORDER BY r.name
WITH d, r.language AS language, collect(r.name) AS names
WITH d, collect({language: language, names: names}) AS groups, sum(size(names)) AS all
UNWIND groups AS one
RETURN d.name AS domain, one.language AS language, size(one.names) AS projects, 1.0 * size(one.names) / all AS share,
       one.names[..5] AS examples
ORDER BY domain, projects DESC, language LIMIT $limit

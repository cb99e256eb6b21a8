// title: The domains of the landscape
// about: Each domain of a landscape with its number of projects, its OpenRank over twelve months and its largest
//   projects. A project in several parts of a domain counts once.
// kind: table
// param taxonomy: str = llm-landscape-2025 which landscape
// param limit: int = 200 [1..10000] most rows to return
// returns layer: str layer
// returns domain: str domain
// returns projects: int projects in it
// returns openrank_12m: float sum of twelve months of OpenRank over its projects, window not published
// returns top: list[str] its largest projects by that sum
// returns source: str the source of the classification
// load: ossatlas demo --no-serve
// example: taxonomy=llm-landscape-2025
MATCH (r:Repository)-[i:IN_DOMAIN]->(leaf:Domain {taxonomy: $taxonomy})-[:PART_OF*0..1]->(d:Domain {level: 'domain'})
MATCH (d)-[:PART_OF*0..3]->(layer:Domain {level: 'layer'})
WITH DISTINCT layer.name AS layer, d, i.source AS source, r ORDER BY r.openrank_12m_sum DESC, r.name
RETURN layer, d.name AS domain, count(DISTINCT r) AS projects, sum(r.openrank_12m_sum) AS openrank_12m,
       collect(coalesce(r.project, r.name))[..5] AS top, source
ORDER BY layer, openrank_12m DESC, domain LIMIT $limit

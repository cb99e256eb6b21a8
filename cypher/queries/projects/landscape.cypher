// title: The LLM development landscape
// about: The projects of a landscape by layer, section, domain and subdomain, with their OpenRank: the sum of twelve
//   months, whose window is not published, and the last published month, where a source has one. They are never added up.
// kind: table
// param taxonomy: str = llm-landscape-2025 which landscape
// param layer: domain = none only this layer
// param domain: domain = none only this domain or one below it
// param limit: int = 1000 [1..10000] most rows to return
// returns project: str name of the project
// returns repository: str owner/name, at present
// returns layer: str layer
// returns section: str section, none where the layer has none
// returns domain: str domain
// returns subdomain: str subdomain, none where the domain has none
// returns openrank_12m: float sum of twelve months of OpenRank, window not published
// returns openrank: float OpenRank of the last published month
// returns openrank_month: str that month
// returns sources: list[str] sources of the classification, of the twelve months and of the month's OpenRank
// load: ossatlas demo --no-serve
// example: domain="AI Kernel Library"
MATCH (r:Repository)-[i:IN_DOMAIN]->(leaf:Domain {taxonomy: $taxonomy})
MATCH path = (leaf)-[:PART_OF*0..4]->(top:Domain) WHERE NOT EXISTS { (top)-[:PART_OF]->(:Domain) }
WITH r, i, path, apoc.map.fromPairs([d IN nodes(path) | [d.level, d.name]]) AS place
WHERE ($layer IS NULL OR any(d IN nodes(path) WHERE d.key = $layer))
  AND ($domain IS NULL OR any(d IN nodes(path) WHERE d.key = $domain))
// include: latest_openrank
RETURN coalesce(r.project, r.name) AS project, r.name AS repository, place.layer AS layer, place.section AS section,
       place.domain AS domain, place.subdomain AS subdomain, r.openrank_12m_sum AS openrank_12m,
       openrank, openrank_month,
       [s IN [i.source, openrank_source] WHERE s IS NOT NULL]
       + [m IN r.snapshots WHERE m CONTAINS 'openrank_12m' | split(split(m, '|')[2], ':')[0]] AS sources
ORDER BY layer, section, domain, subdomain, openrank_12m DESC, project LIMIT $limit

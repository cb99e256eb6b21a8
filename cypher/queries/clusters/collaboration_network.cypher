// title: The collaboration network
// about: Projects tied by the developers they share, coloured by Leiden community. Of each project its strongest ties are
//   drawn, projects without a tie are left out; an edge names some of its developers, and the query `shared-developers` lists all of them.
// kind: graph
// param taxonomy: str = llm-landscape-2025 only repositories of this classification; all where absent
// param domain: str = none only repositories of this domain
// param layer: str = none only repositories of this layer
// param weight: strength|developers|jaccard|lift|collaboration = strength which property of a tie makes it strong
// param min_developers: int = 2 [1..100000] fewest shared developers of a tie
// param strongest: int = 5 [1..1000] of each repository, how many of its strongest ties to keep
// param isolated: bool = false whether to show repositories without a tie
// param limit: int = 1000 [1..10000] most repositories to draw, by OpenRank
// sizes: OpenRank over twelve months
// weights: strength of the tie: each shared developer counts one over their other repositories, or as chosen
// needs: shared-ties, leiden, repository-centrality, pagerank
// example: domain="AI Kernel Library" min_developers=1
CALL () {
  WITH * WHERE $taxonomy IS NOT NULL
  MATCH (r:Repository)-[:IN_DOMAIN]->(:Domain {taxonomy: $taxonomy})
  RETURN DISTINCT r
  UNION ALL
  WITH * WHERE $taxonomy IS NULL
  MATCH (r:Repository)
  RETURN r
}
OPTIONAL MATCH path = (r)-[:IN_DOMAIN]->(leaf:Domain {taxonomy: coalesce($taxonomy, 'llm-landscape-2025')})-[:PART_OF*0..4]->(top:Domain)
WHERE NOT EXISTS { (top)-[:PART_OF]->(:Domain) }
WITH r, head(collect(nodes(path)[1..])) AS branch
WHERE ($domain IS NULL OR toLower($domain) IN [d IN branch | toLower(d.name)])
  AND ($layer IS NULL OR any(d IN branch WHERE d.level = 'layer' AND toLower(d.name) = toLower($layer)))
WITH r, apoc.map.fromPairs([d IN branch | [d.level, d.name]]) AS place
ORDER BY coalesce(r.openrank_12m_sum, 0) DESC, r.name
WITH collect({r: r, place: place}) AS found
WITH found[..$limit] AS rows, size(found) AS all_of_them
WITH rows, all_of_them, [row IN rows | row.r] AS kept
CALL (kept) {
  UNWIND kept AS a
  MATCH (a)-[t:SHARES_DEVELOPERS]-(b:Repository)
  WHERE b IN kept AND t.developers >= $min_developers
  WITH a, t ORDER BY coalesce(t[$weight], 0) DESC, t.developers DESC, t.key
  WITH a, collect(t)[..$strongest] AS strong
  UNWIND strong AS t
  RETURN collect(DISTINCT t) AS ties
}
WITH rows, all_of_them, ties, apoc.coll.toSet([t IN ties | startNode(t).key] + [t IN ties | endNode(t).key]) AS tied
WITH [row IN rows WHERE $isolated OR row.r.key IN tied] AS rows, ties, all_of_them
RETURN [row IN rows | {key: row.r.key, label: 'Repository', title: coalesce(row.r.project, row.r.name),
          size: coalesce(row.r.openrank_12m_sum, 0), community: row.r.community,
          facts: {name: row.r.name, layer: row.place.layer, domain: row.place.domain, subdomain: row.place.subdomain,
                  language: row.r.language, openrank_12m: row.r.openrank_12m_sum, pagerank: row.r.pagerank,
                  betweenness: row.r.betweenness, degree: row.r.degree}}] AS nodes,
       [t IN ties | {source: startNode(t).key, target: endNode(t).key, type: 'SHARES_DEVELOPERS', weight: t[$weight],
          facts: {developers: t.developers, strength: t.strength, jaccard: t.jaccard, lift: t.lift, collaboration: t.collaboration, sources: t.sources},
          evidence: [login IN t.examples | {developer: login}]}] AS edges,
       all_of_them - size(rows) AS left_out

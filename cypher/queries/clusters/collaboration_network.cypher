// title: The collaboration network
// about: Projects tied by the developers they share, coloured by Leiden community. Of each project its strongest ties are
//   drawn, projects without a tie are left out, unless they were named; an edge names some of its developers, and the query `shared-developers` lists all of them.
//   Bridge developers contribute to projects of several communities, those who reach most of them first, then by what they
//   contribute outside their main one; who touches more of the projects than `widest` ties everything to everything and is left out.
// kind: graph
// param repositories: list[repository] = none [0..500] only these repositories, owner/name, whatever their classification
// param taxonomy: str = llm-landscape-2025 only repositories of this classification; all where absent
// param domain: domain = none only repositories of this domain or one below it
// param layer: domain = none only repositories of this layer
// param weight: strength|developers|jaccard|lift|collaboration = strength which property of a tie makes it strong
// param min_developers: int = 2 [1..100000] fewest shared developers of a tie
// param strongest: int = 5 [1..1000] of each repository, how many of its strongest ties to keep
// param isolated: bool = false whether to show repositories without a tie
// param bridges: int = 0 [0..100] how many of the bridge developers to draw
// param widest: int = 50 [2..10000] most of these repositories that a bridge developer may touch
// param activity: merged_prs|commits|any = any what counts of the bridge developers; any is the larger of the two in each period
// param from: month = none first month of what counts of the bridge developers
// param to: month = none last month of what counts of the bridge developers
// param source: str = none source that answers for the bridge developers wherever it covers a repository
// param bots: bool = false whether machine accounts may be bridge developers
// param limit: int = 1000 [1..10000] most repositories to draw, by OpenRank
// budget: 30 s
// sizes: OpenRank over twelve months; contributions of a bridge developer
// weights: strength of the tie: each shared developer counts one over their other repositories, or as chosen; contributions of a bridge developer
// undated: Ties count the developers of all months that were measured: another window changes bridge developers alone.
// needs: shared-ties, leiden, repository-centrality, pagerank
// example: domain="AI Kernel Library" min_developers=1
// example: repositories=vllm-project/vllm,sgl-project/sglang,milvus-io/milvus,run-llama/llama_index,triton-lang/triton,deepseek-ai/DeepEP bridges=5
CALL () {
  UNWIND $repositories AS key
  MATCH (r:Repository {key: key})
  RETURN r
  UNION ALL
  UNWIND CASE WHEN size(coalesce($repositories, [])) = 0 AND $taxonomy IS NOT NULL THEN [true] ELSE [] END AS of_a_taxonomy
  MATCH (r:Repository)-[:IN_DOMAIN]->(:Domain {taxonomy: $taxonomy})
  RETURN DISTINCT r
  UNION ALL
  UNWIND CASE WHEN size(coalesce($repositories, [])) = 0 AND $taxonomy IS NULL THEN [true] ELSE [] END AS all_of_them
  MATCH (r:Repository)
  RETURN r
}
OPTIONAL MATCH path = (r)-[:IN_DOMAIN]->(leaf:Domain {taxonomy: coalesce($taxonomy, 'llm-landscape-2025')})-[:PART_OF*0..4]->(top:Domain)
WHERE NOT EXISTS { (top)-[:PART_OF]->(:Domain) }
WITH r, head(collect(nodes(path)[1..])) AS branch
WHERE ($domain IS NULL OR any(d IN branch WHERE d.key = $domain)) AND ($layer IS NULL OR any(d IN branch WHERE d.key = $layer))
WITH r, apoc.map.fromPairs([d IN coalesce(branch, []) | [d.level, d.name]]) AS place
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
WITH [row IN rows WHERE $isolated OR size(coalesce($repositories, [])) > 0 OR row.r.key IN tied] AS rows, ties, all_of_them
CALL (rows) {
  WITH * WHERE $bridges > 0
  UNWIND rows AS row
  WITH row.r AS r WHERE r.community IS NOT NULL
  // include: answering_source
  // include: contributions
  WITH d, r, source, contributions, corrections ORDER BY contributions DESC, r.name
  WITH d, collect({r: r, n: contributions, source: source, corrections: corrections}) AS worked
  WITH d, worked, apoc.coll.toSet([w IN worked | w.r.community]) AS communities
  WHERE size(communities) > 1 AND size(worked) <= $widest
  CALL (worked) {
    UNWIND worked AS w
    WITH w.r.community AS community, sum(w.n) AS made
    RETURN sum(made) AS made, sum(made) - max(made) AS outside
  }
  WITH d, worked, communities, made, outside ORDER BY size(communities) DESC, outside DESC, toLower(d.login) LIMIT $bridges
  // include: employers
  // include: countries
  CALL (d, worked) {
    UNWIND worked AS w
    WITH d, w, w.r AS r, w.source AS source, w.corrections AS corrections
    // include: evidence
    RETURN collect({source: d.key, target: r.key, type: 'CONTRIBUTED_TO', weight: w.n, evidence: evidence,
      facts: {contributions: w.n, source: source, evidence_rows: evidence_rows}}) AS work
  }
  RETURN collect({key: d.key, label: 'Developer', title: d.login, size: made,
    facts: {communities: size(communities), contributions: made, outside_main_community: outside, repositories: size(worked),
            organizations: organizations, countries: countries, bot: coalesce(d.bot, false)}}) AS people,
    apoc.coll.flatten(collect(work)) AS worked
}
RETURN [row IN rows | {key: row.r.key, label: 'Repository', title: coalesce(row.r.project, row.r.name),
          size: coalesce(row.r.openrank_12m_sum, 0), community: row.r.community,
          facts: {name: row.r.name, layer: row.place.layer, domain: row.place.domain, subdomain: row.place.subdomain,
                  language: row.r.language, openrank_12m: row.r.openrank_12m_sum, pagerank: row.r.pagerank,
                  betweenness: row.r.betweenness, degree: row.r.degree}}] + people AS nodes,
       [t IN ties | {source: startNode(t).key, target: endNode(t).key, type: 'SHARES_DEVELOPERS', weight: t[$weight],
          facts: {developers: t.developers, strength: t.strength, jaccard: t.jaccard, lift: t.lift, collaboration: t.collaboration, sources: t.sources},
          evidence: [login IN t.examples | {developer: login}]}] + worked AS edges,
       all_of_them - size(rows) AS left_out

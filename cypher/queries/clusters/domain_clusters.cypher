// title: Domain clusters: communities beside labelled domains
// about: The Leiden communities of repositories tied by shared developers, each with its projects, the labelled domain
//   that most of them have, and how pure it is; and over all of them modularity, and how far communities agree with the
//   domains of the LLM landscape (NMI and ARI over repositories that have both).
// kind: table
// param min_size: int = 2 [1..1000] fewest repositories of a community to show
// param limit: int = 50 [1..10000] most rows to return
// returns community: int number of the community, 1 is the largest
// returns repositories: int repositories in it
// returns domain: str labelled domain that most of them have, none where none has one
// returns purity: float share of its labelled repositories that have this domain, 0..1
// returns top: list[str] up to eight of its repositories, by PageRank
// returns domains: list[str] its labelled domains with the number of repositories
// returns modularity: float of the whole partition, weighted, -0.5..1
// returns nmi: float normalised mutual information with the labelled domains, 0..1
// returns ari: float adjusted Rand index with the labelled domains, at most 1, about 0 by chance
// needs: leiden, repository-centrality
// example: min_size=2
MATCH (r:Repository) WHERE r.community IS NOT NULL
OPTIONAL MATCH (r)-[:IN_DOMAIN]->(leaf:Domain {taxonomy: 'llm-landscape-2025'})
OPTIONAL MATCH (leaf)-[:PART_OF*0..1]->(d:Domain {level: 'domain'})
WITH r, min(d.name) AS domain
WITH collect({community: r.community, domain: domain, name: r.name, pagerank: r.pagerank}) AS found
CALL (found) {
  UNWIND found AS f
  WITH f WHERE f.domain IS NOT NULL
  WITH f.community AS community, f.domain AS domain, count(*) AS n
  RETURN collect({community: community, domain: domain, n: n}) AS cells
}
// include: agreement
// include: modularity
UNWIND found AS f
WITH cells, nmi, ari, modularity, f ORDER BY f.pagerank DESC, f.name
WITH cells, nmi, ari, modularity, f.community AS community, collect(f.name) AS top
WHERE size(top) >= $min_size
WITH community, top, nmi, ari, modularity,
     apoc.coll.sortMulti([c IN cells WHERE c.community = community], ['n', '^domain']) AS labelled
RETURN community, size(top) AS repositories, labelled[0].domain AS domain,
       CASE WHEN size(labelled) > 0
            THEN 1.0 * labelled[0].n / reduce(sum = 0, c IN labelled | sum + c.n) END AS purity,
       top[..8] AS top, [c IN labelled | c.domain + ' ' + toString(c.n)] AS domains, modularity, nmi, ari
ORDER BY community LIMIT $limit

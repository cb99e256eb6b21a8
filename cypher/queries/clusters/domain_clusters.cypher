// title: Domain clusters: communities beside labelled domains
// about: The Leiden communities of repositories tied by shared developers, each with a name, its projects, the labelled domain
//   that most of them have, how pure it is, and who ties it to others; and over all of them modularity, and how far
//   communities agree with the domains of the LLM landscape (NMI and ARI over repositories that have both). A name is made
//   of the domains that at least a quarter of its labelled projects have, at most two (without any: of topics that a third
//   have), and its two most central projects. `community-bridges` counts its bridge developers in full.
// kind: table
// param min_size: int = 2 [1..1000] fewest repositories of a community to show
// param limit: int = 50 [1..10000] most rows to return
// returns community: int number of the community, 1 is the largest
// returns name: str name made from its domains, topics and most central projects
// returns repositories: int repositories in it
// returns domain: str labelled domain that most of them have, none where none has one
// returns purity: float share of its labelled repositories that have this domain, 0..1
// returns top: list[str] up to eight of its repositories, by PageRank
// returns domains: list[str] its labelled domains with the number of repositories
// returns topics: list[str] up to five topics that most of them have
// returns bridges: list[str] up to five developers named most often by its ties to other communities (a tie names up to five)
// returns nearest: list[int] up to three communities that it is tied to most, by strength
// returns modularity: float of the whole partition, with the weight and gamma of the run, at most 1
// returns nmi: float normalised mutual information with the labelled domains, 0..1
// returns ari: float adjusted Rand index with the labelled domains, at most 1, about 0 by chance
// budget: 30 s
// needs: leiden, pagerank
// example: min_size=2
MATCH (r:Repository) WHERE r.community IS NOT NULL
WITH r ORDER BY r.pagerank DESC, r.name
WITH r.community AS community, collect(r) AS members
WITH collect({community: community, members: members}) AS groups
// include: community_names
WITH groups, named, apoc.coll.flatten([x IN named | [d IN x.domains | {community: x.community, domain: d.domain, n: d.n}]]) AS cells
// include: agreement
WITH *, 'leiden' AS measure, 'community' AS by
// include: modularity
UNWIND range(0, size(groups) - 1) AS at
WITH groups[at] AS g, named[at] AS told, nmi, ari, modularity
WHERE size(g.members) >= $min_size
WITH * ORDER BY g.community LIMIT $limit
CALL (g) {
  UNWIND g.members AS r
  MATCH (r)-[t:SHARES_DEVELOPERS]-(other:Repository) WHERE other.community <> g.community
  UNWIND t.examples AS login
  WITH login, count(*) AS n ORDER BY n DESC, toLower(login) LIMIT 5
  RETURN collect(login) AS bridges
}
CALL (g) {
  UNWIND g.members AS r
  MATCH (r)-[t:SHARES_DEVELOPERS]-(other:Repository) WHERE other.community <> g.community
  WITH other.community AS other, sum(t.strength) AS strength ORDER BY strength DESC, other LIMIT 3
  RETURN collect(other) AS nearest
}
RETURN g.community AS community, told.name AS name, size(g.members) AS repositories, told.domains[0].domain AS domain,
       CASE WHEN told.labelled > 0 THEN 1.0 * told.domains[0].n / told.labelled END AS purity,
       [r IN g.members[..8] | r.name] AS top, [d IN told.domains | d.domain + ' ' + toString(d.n)] AS domains,
       told.topics AS topics, bridges, nearest, modularity, nmi, ari
ORDER BY community

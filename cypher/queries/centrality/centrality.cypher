// title: The most central projects
// about: Repositories by a centrality over shared developers, as the last runs of the measures `pagerank` and
//   `repository-centrality` stored them.
// kind: table
// param by: pagerank|betweenness|degree|closeness|harmonic|eigenvector|article_rank = pagerank what to order by
// param limit: int = 20 [1..10000] most rows to return
// returns rank: int place in this order
// returns repository: str owner/name
// returns project: str name of the project, none where unknown
// returns domain: str its domain on the LLM landscape, none where it is not on it
// returns community: int its Leiden community, none where it was not computed
// returns pagerank: float PageRank by the weight of its run, damping 0.85, as GDS scales it
// returns betweenness: float share of shortest paths that pass through it, 0..1
// returns betweenness_error: float standard error of the betweenness, 0 where it is exact
// returns closeness: float one over the mean distance to those it reaches, times the share that it reaches, 0..1
// returns harmonic: float mean of one over the distance to all others, 0..1
// returns eigenvector: float eigenvector centrality, unweighted; squares add up to 1
// returns article_rank: float ArticleRank, unweighted, as GDS scales it
// returns degree: int repositories that share a developer with it
// returns core: int its core number: how deep in the network it is, none where it was not computed
// returns sources: list[str] sources of the contributions that its ties rest on
// needs: repository-centrality, pagerank
// example: by=pagerank limit=5
MATCH (r:Repository)
WITH r, r[$by] AS score WHERE score IS NOT NULL
ORDER BY score DESC, r.name LIMIT $limit
WITH collect(r) AS found
UNWIND range(1, size(found)) AS rank
WITH rank, found[rank - 1] AS r
// include: domain
RETURN rank, r.name AS repository, r.project AS project, domain, r.community AS community,
       r.pagerank AS pagerank, r.betweenness AS betweenness, r.betweenness_error AS betweenness_error,
       r.closeness AS closeness, r.harmonic AS harmonic, r.eigenvector AS eigenvector, r.article_rank AS article_rank,
       toInteger(r.degree) AS degree, r.core AS core,
       COLLECT { MATCH (r)-[t:SHARES_DEVELOPERS]-() UNWIND t.sources AS s RETURN DISTINCT s ORDER BY s } AS sources
ORDER BY rank

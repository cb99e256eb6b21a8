// title: The most central developers
// about: Developers by a centrality over shared repositories, as the last runs of the measures `developer-pagerank` and
//   `developer-centrality` stored them. Only those in several repositories have ties, and a repository with many of them
//   makes none (measure `developer-ties`).
// kind: table
// param by: pagerank|betweenness|degree|closeness|harmonic|eigenvector|article_rank = pagerank what to order by
// param bots: bool = false whether machine accounts show; whether they count, the run of `developer-ties` says
// param limit: int = 20 [1..10000] most rows to return
// returns rank: int place in this order
// returns developer: str login
// returns community: int their Leiden community of developers, none where it was not computed
// returns pagerank: float PageRank by the weight of its run, damping 0.85, as GDS scales it
// returns betweenness: float share of shortest paths that pass through them, 0..1
// returns betweenness_error: float standard error of the betweenness, 0 where it is exact
// returns closeness: float one over the mean distance to those they reach, times the share that they reach, 0..1
// returns harmonic: float mean of one over the distance to all others, 0..1
// returns eigenvector: float eigenvector centrality, unweighted; squares add up to 1
// returns article_rank: float ArticleRank, unweighted, as GDS scales it
// returns degree: int developers who share a repository with them
// returns core: int their core number: how deep in the network they are, none where it was not computed
// returns repositories: list[str] up to five repositories that tie them to others, most often first
// returns sources: list[str] sources of the contributions that their ties rest on
// needs: developer-centrality, developer-pagerank
// example: by=betweenness limit=5
MATCH (d:Developer)
WITH d, d[$by] AS score WHERE score IS NOT NULL AND ($bots OR NOT coalesce(d.bot, false))
WITH d ORDER BY score DESC, d.login LIMIT $limit
WITH collect(d) AS found
UNWIND range(1, size(found)) AS rank
WITH rank, found[rank - 1] AS d
CALL (d) {
  MATCH (d)-[t:COLLABORATES_WITH]-() UNWIND t.examples AS name
  WITH name, count(*) AS n ORDER BY n DESC, name LIMIT 5
  RETURN collect(name) AS repositories
}
RETURN rank, d.login AS developer, d.community AS community, d.pagerank AS pagerank, d.betweenness AS betweenness,
       d.betweenness_error AS betweenness_error, d.closeness AS closeness, d.harmonic AS harmonic,
       d.eigenvector AS eigenvector, d.article_rank AS article_rank, toInteger(d.degree) AS degree, d.core AS core, repositories,
       COLLECT { MATCH (d)-[t:COLLABORATES_WITH]-() UNWIND t.sources AS s RETURN DISTINCT s ORDER BY s } AS sources
ORDER BY rank

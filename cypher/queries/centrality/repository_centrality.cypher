// title: Centrality of repositories by shared developers
// about: Of the network of repositories tied by the developers they share: degree, and over unweighted
//   ties ArticleRank, eigenvector centrality, closeness (Wasserman and Faust), harmonic centrality and betweenness.
//   The last three ask for the paths from each node to all others: a network with more nodes than `exact_up_to` gets none of
//   them here; `ossatlas measure betweenness` samples betweenness. PageRank, which is weighted, is the measure `pagerank`.
//   Repositories without a tie have no values.
// kind: metric
// param exact_up_to: int = 5000 [0..1000000] most repositories of a network whose closeness, harmonic centrality and betweenness are computed
// returns key: str key of the repository
// returns degree: float repositories that share a developer with it
// returns article_rank: float PageRank without weights, where nodes with few ties give less: a share of degree plus mean degree
// returns eigenvector: float eigenvector centrality, unweighted; the squares of all add up to 1
// returns closeness: float one over the mean distance to those it reaches, times the share that it reaches, 0..1; none above the limit
// returns harmonic: float mean of one over the distance to all others, 0 for those out of reach, 0..1; none above the limit
// returns betweenness: float share of shortest paths between others that pass through it, 0..1; none above the limit
// returns betweenness_error: float standard error of the betweenness: 0, as it is exact; none where there is none
// needs: shared-ties
// projection: nodes=Repository edges=SHARES_DEVELOPERS orientation=undirected
// writes: Repository.degree, article_rank, eigenvector, closeness, harmonic, betweenness, betweenness_error
// example:
// include: centralities
RETURN key, scores.degree AS degree, scores.article_rank AS article_rank,
       scores.eigenvector AS eigenvector, scores.closeness AS closeness, scores.harmonic AS harmonic,
       scores.betweenness AS betweenness, CASE WHEN scores.betweenness IS NOT NULL THEN 0.0 END AS betweenness_error
ORDER BY degree DESC, key

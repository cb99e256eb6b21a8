// title: How stable the communities are
// about: Leiden run again with other seeds, each time without another tenth of the ties (or as many as you say; 0 leaves the
//   seeds alone): how far these runs agree with one another (mean and lowest ARI and NMI over all pairs of runs), and for each
//   stored community how well it comes back (the best Jaccard index with a community of each run, 1 when it comes back whole).
//   A community below 0.5 is one way among several to cut the network (Hennig 2007). Runs have the weight and the resolution of
//   the stored one. `developer-stability` does it for communities of developers.
// kind: table
// param runs: int = 10 [2..10] how many runs
// param lost: float = 0.1 [0..0.9] share of the ties that each run leaves out, drawn anew
// param seed: int = 1 [0..1000000] seed of the first run; the others follow by one
// param weight: strength|developers|jaccard|lift|collaboration = none which property of the ties weighs; that of the stored run if left out
// param gamma: float = none [0.01..10] resolution, higher gives more and smaller communities; that of the stored run if left out
// param limit: int = 200 [1..10000] most rows to return
// returns community: int number of the stored community, 1 is the largest
// returns repositories: int repositories in it
// returns top: list[str] up to three of them, by PageRank
// returns mean_jaccard: float mean over the runs of its best Jaccard index, 0..1
// returns least_jaccard: float the lowest of these, 0..1
// returns returned: int runs in which it came back by more than half (Jaccard above 0.5)
// returns runs: int runs made
// returns mean_ari: float of the whole partition: mean adjusted Rand index between two runs, at most 1
// returns least_ari: float the lowest of these
// returns mean_nmi: float mean normalised mutual information between two runs, 0..1
// returns least_nmi: float the lowest of these
// returns weight: str property of the ties that weighed
// returns gamma: float resolution
// needs: leiden, pagerank
// budget: 60 s
// projection: from=lossy_ties orientation=undirected properties=w0,w1,w2,w3,w4,w5,w6,w7,w8,w9
// example: runs=5
WITH 'leiden' AS measure
// include: lossy_runs
CALL () {
  MATCH (r:Repository) WHERE r.community IS NOT NULL
  WITH r ORDER BY r.pagerank DESC, r.name
  RETURN r.community AS community, count(*) AS size, collect(r.name)[..3] AS top
}
// include: returned
RETURN community, size AS repositories, top, mean_jaccard, least_jaccard, returned, runs, mean_ari, least_ari, mean_nmi, least_nmi,
       weight, gamma
ORDER BY community LIMIT $limit

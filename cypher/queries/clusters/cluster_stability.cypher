// title: How stable the communities are
// about: Leiden run again with other seeds, each time without another tenth of the ties (or as many as you say; 0 leaves the
//   seeds alone): how far these runs agree with one another (mean and lowest ARI and NMI over all pairs of runs), and for each
//   stored community how well it comes back (the best Jaccard index with a community of each run, 1 when it comes back whole).
//   A community below 0.5 is one way among several to cut the network (Hennig 2007).
// kind: table
// param runs: int = 10 [2..10] how many runs
// param lost: float = 0.1 [0..0.9] share of the ties that each run leaves out, drawn anew
// param seed: int = 1 [0..1000000] seed of the first run; the others follow by one
// param weight: strength|developers|jaccard|lift = strength which property of the ties weighs
// param gamma: float = 1.0 [0.01..10] resolution: higher gives more and smaller communities
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
// needs: leiden, repository-centrality
// budget: 60 s
// projection: from=lossy_ties orientation=undirected properties=w0,w1,w2,w3,w4,w5,w6,w7,w8,w9
// example: runs=5
UNWIND range(0, $runs - 1) AS run
CALL (run) {
  CALL gds.leiden.stream($graph, {relationshipWeightProperty: 'w' + toString(run), gamma: $gamma, randomSeed: $seed + run,
                                  concurrency: 1})
  YIELD nodeId, communityId
  WITH gds.util.asNode(nodeId) AS r, communityId ORDER BY r.key
  RETURN collect({key: r.key, community: communityId, stored: r.community}) AS members
}
WITH collect({run: run, members: members}) AS partitions
CALL (partitions) {
  UNWIND partitions AS one UNWIND partitions AS two
  WITH one, two WHERE one.run < two.run
  UNWIND range(0, size(one.members) - 1) AS at
  WITH one.run AS first, two.run AS second, one.members[at].community AS community, two.members[at].community AS domain, count(*) AS n
  WITH first, second, collect({community: community, domain: toString(domain), n: n}) AS cells
  // include: agreement
  RETURN avg(ari) AS mean_ari, min(ari) AS least_ari, avg(nmi) AS mean_nmi, min(nmi) AS least_nmi
}
CALL (partitions) {
  UNWIND partitions AS one
  UNWIND one.members AS m
  WITH one.run AS run, m.community AS community, collect(m.stored) AS stored
  UNWIND apoc.coll.toSet(stored) AS number
  WITH run, number, size(stored) AS size, size([s IN stored WHERE s = number]) AS both
  RETURN collect({run: run, number: number, size: size, both: both}) AS meetings
}
CALL () {
  MATCH (r:Repository) WHERE r.community IS NOT NULL
  WITH r ORDER BY r.pagerank DESC, r.name
  RETURN r.community AS community, count(*) AS repositories, collect(r.name)[..3] AS top
}
CALL (meetings, community, repositories) {
  UNWIND [m IN meetings WHERE m.number = community] AS m
  WITH m.run AS run, max(1.0 * m.both / (m.size + repositories - m.both)) AS best
  RETURN avg(best) AS mean_jaccard, min(best) AS least_jaccard, sum(CASE WHEN best > 0.5 THEN 1 ELSE 0 END) AS returned
}
RETURN community, repositories, top, mean_jaccard, least_jaccard, returned, size(partitions) AS runs, mean_ari, least_ari,
       mean_nmi, least_nmi
ORDER BY community LIMIT $limit

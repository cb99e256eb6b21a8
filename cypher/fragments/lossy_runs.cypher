// Leiden `$runs` times on the projection `$graph` of ties that are lost, each time with the weight of its number and the next
// seed, as fine as the stored run of `measure` was unless `$gamma` says otherwise: `weight` and `gamma`, how far any two runs
// agree (`mean_ari`, `least_ari`, `mean_nmi`, `least_nmi`), how often they meet each stored community (`meetings`), and `runs`, those
// that kept a tie.
// include: made_with
WITH coalesce($weight, weight) AS weight, coalesce($gamma, gamma) AS gamma
UNWIND range(0, $runs - 1) AS run
CALL (run, gamma) {
  CALL gds.degree.stream($graph, {relationshipWeightProperty: 'w' + toString(run), concurrency: 1}) YIELD score
  WITH run, gamma, sum(score) AS whole WHERE whole > 0  // Leiden fails where nothing weighs
  CALL gds.leiden.stream($graph, {relationshipWeightProperty: 'w' + toString(run), gamma: gamma, randomSeed: $seed + run,
                                  concurrency: 1})
  YIELD nodeId, communityId
  WITH gds.util.asNode(nodeId) AS member, communityId ORDER BY member.key
  RETURN collect({key: member.key, community: communityId, stored: member.community}) AS members
}
WITH weight, gamma, run, members WHERE size(members) > 0
WITH weight, gamma, collect({run: run, members: members}) AS partitions
WITH *, size(partitions) AS runs
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

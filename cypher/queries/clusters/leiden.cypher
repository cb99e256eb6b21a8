// title: Communities of repositories by shared developers (Leiden)
// about: The Leiden algorithm on repositories tied by shared developers, weighted; seeded and on one thread, so that it
//   gives the same communities again. They are numbered by size, the largest is 1. Repositories without a tie have none.
// kind: metric
// param weight: strength|developers|jaccard|lift|collaboration = strength which property of the ties weighs
// param gamma: float = 1.0 [0.01..10] resolution: higher gives more and smaller communities
// param seed: int = 42 [0..1000000] seed of the random choices
// returns key: str key of the repository
// returns community: int number of its community, 1 is the largest
// needs: shared-ties
// projection: nodes=Repository edges=SHARES_DEVELOPERS orientation=undirected properties=strength,developers,jaccard,lift,collaboration
// writes: Repository.community
// example: seed=42
CALL gds.leiden.stream($graph, {
  relationshipWeightProperty: $weight, gamma: $gamma, randomSeed: $seed, concurrency: 1
}) YIELD nodeId, communityId
// include: numbered
RETURN key, community

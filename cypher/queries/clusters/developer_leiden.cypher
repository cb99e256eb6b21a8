// title: Communities of developers by shared repositories (Leiden)
// about: The Leiden algorithm on developers tied by shared repositories, weighted; seeded and on one thread, so that it
//   gives the same communities again. They are numbered by size, the largest is 1. Developers without a tie have none.
// kind: metric
// param weight: strength|repositories|jaccard|collaboration = strength which property of the ties weighs
// param gamma: float = 1.0 [0.01..10] resolution: higher gives more and smaller communities
// param seed: int = 42 [0..1000000] seed of the random choices
// returns key: str key of the developer
// returns community: int number of their community, 1 is the largest
// needs: developer-ties
// projection: nodes=Developer edges=COLLABORATES_WITH orientation=undirected properties=strength,repositories,jaccard,collaboration
// writes: Developer.community
// example: seed=42
CALL gds.leiden.stream($graph, {
  relationshipWeightProperty: $weight, gamma: $gamma, randomSeed: $seed, concurrency: 1
}) YIELD nodeId, communityId
// include: numbered
RETURN key, community

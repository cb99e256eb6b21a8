// title: Connected components of repositories by shared developers
// about: Repositories that reach one another over shared developers have the same number (weakly connected components).
//   Numbered by size, the largest is 1; repositories without a tie have none.
// kind: metric
// param least: float = 0 [0..1000000] only ties of more than this many shared developers hold a component together
// returns key: str key of the repository
// returns component: int number of its component, 1 is the largest
// needs: shared-ties
// projection: nodes=Repository edges=SHARES_DEVELOPERS orientation=undirected properties=developers
// writes: Repository.component
// example:
CALL gds.wcc.stream($graph, {relationshipWeightProperty: 'developers', threshold: $least, concurrency: 1})
YIELD nodeId, componentId AS communityId
// include: numbered
RETURN key, community AS component

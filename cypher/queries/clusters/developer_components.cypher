// title: Connected components of developers by shared repositories
// about: Developers who reach one another over shared repositories have the same number (weakly connected components).
//   Numbered by size, the largest is 1; developers without a tie have none.
// kind: metric
// param least: float = 0 [0..1000000] only ties of more than this many shared repositories hold a component together
// returns key: str key of the developer
// returns component: int number of their component, 1 is the largest
// needs: developer-ties
// projection: nodes=Developer edges=COLLABORATES_WITH orientation=undirected properties=repositories
// writes: Developer.component
// example:
CALL gds.wcc.stream($graph, {relationshipWeightProperty: 'repositories', threshold: $least, concurrency: 1})
YIELD nodeId, componentId AS communityId
// include: numbered
RETURN key, community AS component

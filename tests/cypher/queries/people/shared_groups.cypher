// title: Groups of repositories that share developers
// about: Weakly connected components over shared developers.
// kind: metric
// param least: int = 1 [1..] fewest developers that two repositories must share
// writes: Repository.community
// projection: nodes=Repository edges=SHARES_DEVELOPERS orientation=undirected properties=developers
// returns key: str key of the repository
// returns repository: str owner/name
// returns community: int number of its group
// example: least=1

CALL gds.wcc.stream($graph, {relationshipWeightProperty: 'developers', threshold: toFloat($least - 1)})
YIELD nodeId, componentId
WITH gds.util.asNode(nodeId) AS r, componentId
RETURN r.key AS key, r.name AS repository, componentId AS community ORDER BY community, repository

// title: What builds on what
// about: The projects that a project builds on, down to the ground, and those that build on it, with the way between.
// kind: table
// param repository: repository the repository, owner/name
// param direction: both|down|up = both down is what it builds on, up is what builds on it
// param depth: int = 6 [1..10] steps at most
// param limit: int = 200 [1..10000] most rows to return
// returns direction: str down or up
// returns steps: int steps from the repository
// returns project: str the other project
// returns path: list[str] the way, from the one that builds to the one that is built on
// returns sources: list[str] sources that say so
// load: ossatlas demo --no-serve
// example: repository=pytorch/pytorch
MATCH (r:Repository {key: $repository})
CALL (r) {
  WITH r WHERE $direction IN ['both', 'down']
  MATCH path = (r)-[:BUILT_ON*1..10]->(other) RETURN 'down' AS direction, path, other
  UNION
  WITH r WHERE $direction IN ['both', 'up']
  MATCH path = (other)-[:BUILT_ON*1..10]->(r) RETURN 'up' AS direction, path, other
}
WITH direction, path, other WHERE length(path) <= $depth AND other <> r
RETURN direction, length(path) AS steps, other.name AS project, [n IN nodes(path) | n.name] AS path,
       apoc.coll.toSet([e IN relationships(path) | e.source]) AS sources
ORDER BY direction, steps, project, path LIMIT $limit

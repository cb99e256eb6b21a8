// Groups (`nodeId`, `communityId`) of a projection numbered by size, 1 the largest, then by their first key: `key`, `community`.
WITH communityId, gds.util.asNode(nodeId).key AS key ORDER BY key
WITH communityId, collect(key) AS members
ORDER BY size(members) DESC, members[0]
WITH collect(members) AS communities
UNWIND range(1, size(communities)) AS community
UNWIND communities[community - 1] AS key

// title: Which edges are loaded
// about: How many edges of each type the graph has.
// kind: table
// returns type: str type of edge
// returns edges: int how many
// example:
CALL apoc.meta.stats() YIELD relTypesCount  // what Neo4j counts anyway
UNWIND keys(relTypesCount) AS type
WITH type, relTypesCount[type] AS edges WHERE edges > 0 AND type <> 'ALIAS_OF'
RETURN type, edges ORDER BY edges DESC, type

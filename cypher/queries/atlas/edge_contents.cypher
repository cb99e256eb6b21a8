// title: Which edges are loaded
// about: How many edges of each type the graph has.
// kind: table
// returns type: str type of edge
// returns edges: int how many
// example:
MATCH ()-[r]->() WHERE type(r) <> 'ALIAS_OF'
RETURN type(r) AS type, count(*) AS edges ORDER BY edges DESC, type

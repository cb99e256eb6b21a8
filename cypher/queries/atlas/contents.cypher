// title: What is loaded
// about: How many nodes of each kind the graph has.
// kind: table
// returns label: str kind of node
// returns nodes: int how many
// example:
CALL apoc.meta.stats() YIELD labels  // what Neo4j counts anyway
UNWIND keys(labels) AS label
WITH label, labels[label] AS nodes WHERE nodes > 0 AND NOT label IN ['Alias', 'Forgotten', 'Turn']
RETURN label, nodes ORDER BY nodes DESC, label

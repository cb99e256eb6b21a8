// title: What is loaded
// about: How many nodes of each kind the graph has.
// kind: table
// returns label: str kind of node
// returns nodes: int how many
// example:
MATCH (n) WHERE NOT n:Alias AND NOT n:Forgotten AND NOT n:Turn
RETURN labels(n)[0] AS label, count(*) AS nodes ORDER BY nodes DESC, label

"""OpenRank: a PageRank-like value in which every developer and repository keeps part of its own.

`presets` says what is counted (light to import), `networks` makes a month's graph from pairs, `solver` solves it,
`months` chains the months, `explain` takes a value apart, `stored` reads from and writes to the graph.
"""

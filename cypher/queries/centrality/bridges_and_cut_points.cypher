// title: Where the network would fall apart
// about: Over ties of at least `min_developers` shared developers: bridges, the single ties that alone hold two parts of the
//   network together, and cut points, the repositories that alone do, with how many ties each side has. One with a single tie
//   would be cut off by itself; what is in no bridge and is no cut point is held at least twice.
// kind: table
// param min_developers: int = 1 [1..100000] fewest shared developers of a tie
// param limit: int = 200 [1..10000] most rows to return
// returns kind: str bridge or cut point
// returns repository: str the cut point, or the side of the bridge with more ties, owner/name
// returns domain: str its domain on the LLM landscape, none where it is not on it
// returns ties: int repositories that it is tied to
// returns other: str of a bridge, the other side
// returns other_domain: str of a bridge, the domain of the other side
// returns other_ties: int of a bridge, repositories that the other side is tied to
// returns developers: int of a bridge, developers who make the tie
// returns examples: list[str] of a bridge, up to five of these
// returns sources: list[str] sources of the contributions that the ties rest on
// budget: 60 s
// needs: shared-ties
// projection: from=strong_ties orientation=undirected
// example: min_developers=3
// include: parting
CALL (sides) {
  UNWIND sides AS r
  // include: domain
  WITH r, domain,
       COUNT { (r)-[t:SHARES_DEVELOPERS]-() WHERE t.developers >= $min_developers } AS ties,
       COLLECT { MATCH (r)-[t:SHARES_DEVELOPERS]-() WHERE t.developers >= $min_developers
                 UNWIND t.sources AS s RETURN DISTINCT s ORDER BY s } AS sources
  ORDER BY ties DESC, r.name
  RETURN collect({r: r, name: r.name, domain: domain, ties: ties, sources: sources}) AS ends
}
WITH kind, ends[0] AS first, ends[1] AS second, ends[0].r AS one, ends[1].r AS two
OPTIONAL MATCH (one)-[tie:SHARES_DEVELOPERS]-(two)
RETURN kind, first.name AS repository, first.domain AS domain, first.ties AS ties, second.name AS other,
       second.domain AS other_domain, second.ties AS other_ties, tie.developers AS developers, tie.examples AS examples,
       coalesce(tie.sources, first.sources) AS sources
ORDER BY kind, other_ties DESC, ties DESC, repository, other LIMIT $limit

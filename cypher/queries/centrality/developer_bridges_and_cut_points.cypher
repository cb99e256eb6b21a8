// title: Whose leaving would part the network of developers
// about: Over ties of at least `min_repositories` shared repositories: bridges, the single ties that alone hold two parts of the
//   network together, and cut points, the developers who alone do, with how many ties each side has. One with a single tie
//   would be cut off by themselves; who is in no bridge and is no cut point is held at least twice. Who alone joins two
//   labelled domains tells `cut-developers`.
// kind: table
// param min_repositories: int = 1 [1..100000] fewest shared repositories of a tie
// param limit: int = 200 [1..10000] most rows to return
// returns kind: str bridge or cut point
// returns developer: str login of the cut point, or of the side of the bridge with more ties
// returns ties: int developers that they are tied to
// returns other: str of a bridge, login of the other side
// returns other_ties: int of a bridge, developers that the other side is tied to
// returns repositories: int of a bridge, repositories that make the tie
// returns examples: list[str] of a bridge, up to five of these
// returns sources: list[str] sources of the contributions that the ties rest on
// budget: 60 s
// needs: developer-ties
// projection: from=strong_developer_ties orientation=undirected
// example: min_repositories=2 limit=20
// include: parting
CALL (sides) {
  UNWIND sides AS d
  WITH d,
       COUNT { (d)-[t:COLLABORATES_WITH]-() WHERE t.repositories >= $min_repositories } AS ties,
       COLLECT { MATCH (d)-[t:COLLABORATES_WITH]-() WHERE t.repositories >= $min_repositories
                 UNWIND t.sources AS s RETURN DISTINCT s ORDER BY s } AS sources
  ORDER BY ties DESC, d.login
  RETURN collect({d: d, login: d.login, ties: ties, sources: sources}) AS ends
}
WITH kind, ends[0] AS first, ends[1] AS second, ends[0].d AS one, ends[1].d AS two
OPTIONAL MATCH (one)-[tie:COLLABORATES_WITH]-(two)
RETURN kind, first.login AS developer, first.ties AS ties, second.login AS other,
       second.ties AS other_ties, tie.repositories AS repositories,
       tie.examples AS examples, coalesce(tie.sources, first.sources) AS sources
ORDER BY kind, other_ties DESC, ties DESC, toLower(developer), toLower(other) LIMIT $limit

// Where developer `d` works or studies by the best source: corrections first, then published tables and profiles;
// a source that is wanted by name speaks without corrections.
CALL (d) {
  OPTIONAL MATCH (d)-[a:AFFILIATED_WITH]->(o:Organization)
  WHERE coalesce($source, 'corrections') = 'corrections' OR a.source <> 'corrections'
  WITH o, a ORDER BY a.rank, o.name
  WITH collect({rank: a.rank, name: o.name, kind: o.kind, source: a.source}) AS stated
  WITH [x IN stated WHERE x.rank = stated[0].rank] AS best
  RETURN [x IN best WHERE x.kind <> 'community' | x.name] AS organizations, best AS affiliations
}

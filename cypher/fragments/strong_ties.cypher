// Ties between repositories as a projection: those of at least `$min_developers` shared developers.
MATCH (start:Repository) WHERE (start)-[:SHARES_DEVELOPERS]->()
WITH start ORDER BY start.key
CALL (start) {
  MATCH (start)-[tie:SHARES_DEVELOPERS]->(end:Repository) WHERE tie.developers >= $min_developers
  RETURN end ORDER BY end.key
}
RETURN start, end

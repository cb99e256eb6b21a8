// The domains `d` of `$taxonomy` at `$level`; without one those of level `domain`, and where the taxonomy has no such level,
// its tops: those that are part of no other domain.
CALL () {
  OPTIONAL MATCH (usual:Domain {taxonomy: $taxonomy, level: 'domain'})
  WITH count(usual) > 0 AS has_usual
  MATCH (d:Domain {taxonomy: $taxonomy})
  WHERE d.level = toLower($level) OR ($level IS NULL AND
    CASE WHEN has_usual THEN d.level = 'domain' ELSE NOT EXISTS { (d)-[:PART_OF]->(:Domain) } END)
  RETURN d
}

// The `domain` of the LLM landscape that repository `r` is filed under, none where it is under none.
CALL (r) {
  OPTIONAL MATCH (r)-[:IN_DOMAIN]->(:Domain {taxonomy: 'llm-landscape-2025'})-[:PART_OF*0..1]->(x:Domain {level: 'domain'})
  RETURN min(x.name) AS domain
}

// The last published monthly OpenRank of repository `r`, and its month; none where no source has one.
CALL (r) {
  OPTIONAL MATCH (r)-[m:MEASURED {metric: 'openrank'}]->(:Month) WHERE size(m.period) = 7
  WITH m ORDER BY m.period DESC, m.source LIMIT 1
  RETURN m.value AS openrank, m.period AS openrank_month, m.source AS openrank_source
}

// The last published monthly OpenRank of repository `r`, and its month, or where none is published our own of the series
// that was run last; none where there is neither.
CALL (r) {
  OPTIONAL MATCH (r)-[m:MEASURED {metric: 'openrank'}]->(:Month) WHERE size(m.period) = 7
  WITH m ORDER BY m.source = 'measure', m.source = 'measure' AND m.preset <> r.openrank_preset, m.period DESC, m.source LIMIT 1
  RETURN m.value AS openrank, m.period AS openrank_month, m.source AS openrank_source
}

// How the stored run of `measure` weighed the ties, and how fine it cut: `weight` and `gamma`, 1 where it has none.
CALL (measure) {
  OPTIONAL MATCH (run:Snapshot {source: 'measure', dataset: measure})
  WITH apoc.convert.fromJsonMap(coalesce(head(collect(run.parameters)), '{}')) AS given
  RETURN coalesce(given.weight, 'strength') AS weight, toFloat(coalesce(given.gamma, 1.0)) AS gamma
}

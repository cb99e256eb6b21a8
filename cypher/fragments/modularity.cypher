// Modularity of the stored communities on the ties, weighted as they were computed (Newman 2004).
CALL () {
  MATCH (run:Snapshot {source: 'measure', dataset: 'leiden'})
  WITH coalesce(apoc.convert.fromJsonMap(run.parameters).weight, 'strength') AS weight LIMIT 1
  MATCH (a:Repository)-[tie:SHARES_DEVELOPERS]->(b:Repository)
  WITH a.community AS one, b.community AS other, toFloat(tie[weight]) AS w
  WITH collect({one: one, other: other, w: w}) AS ties, sum(w) AS all
  UNWIND ties AS tie
  UNWIND [[tie.one, tie.w, tie.one = tie.other], [tie.other, tie.w, false]] AS end
  WITH all, end[0] AS community, sum(end[1]) AS degree, sum(CASE WHEN end[2] THEN end[1] ELSE 0.0 END) AS inside
  RETURN sum(inside / all - (degree / (2.0 * all)) ^ 2) AS modularity
}

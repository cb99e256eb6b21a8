// title: Why this OpenRank
// about: The parts of a repository's or developer's OpenRank in a month, as `ossatlas measure openrank` computed it: kept of
//   what the month added to its own value, kept of what it inherited, what each neighbour gave, and what came through the
//   background. They add up to the value. What rounds left undone (`freeze`), or data that were loaded since the run, is
//   told as `left over`. No rows where no OpenRank was measured, or where it was not active in the month.
// kind: table
// one_of: repository, developer
// param repository: repository = none the repository, owner/name
// param developer: developer = none login of the developer
// param month: month the month
// param preset: global-2026|global-2023-docs = global-2026 definition of the measure
// param freeze: bool = false whether of the series that was run with `--freeze`
// param top: int = 20 [1..1000] neighbours to tell one by one, those who gave most; the others together
// returns subject: str whose value it is
// returns part: str own new, own inherited, from a developer, from a repository, from the others, background, or left over
// returns who: str the neighbour, none where the part is not of one
// returns amount: float the part, in the unit of the value
// returns share: float the part of the value, 0..1
// returns value: float the value
// returns given: float which share of its own value the neighbour gave, 0..1
// returns neighbour_value: float the neighbour's own OpenRank in the month
// returns source: str the source that told of what was done, none where the part does not rest on it
// returns run: str the run that measured it
// load: ossatlas load gharchive FROM..TO --organizations NAME && ossatlas measure openrank
// example: repository=vllm-project/vllm month=2025-04
// include: openrank_preset
WITH preset, preset.series + CASE WHEN $freeze THEN '/frozen' ELSE '' END AS series
CALL () {
  MATCH (n:Repository {key: $repository}) RETURN n, n.name AS subject, 0.3 AS keeps
  UNION
  MATCH (n:Developer {key: $developer}) RETURN n, n.login AS subject, 0.5 AS keeps
}
MATCH (n)-[m:MEASURED {metric: 'openrank', source: 'measure', preset: series, period: $month}]->(:Month)
CALL (n, keeps, preset, series) {
  CALL (n, preset) {
    WITH n AS r, preset WHERE n:Repository
    // include: openrank_source
    MATCH (d:Developer)-[c:CONTRIBUTED_TO {period: $month, source: source}]->(r)
    RETURN d AS giver, d.login AS who, 'from a developer' AS part, properties(c) AS done, source
    UNION
    MATCH (n:Developer)-[:CONTRIBUTED_TO {period: $month}]->(r:Repository)
    WITH DISTINCT n, r, preset
    // include: openrank_source
    MATCH (n)-[c:CONTRIBUTED_TO {period: $month, source: source}]->(r)
    RETURN r AS giver, r.name AS who, 'from a repository' AS part, properties(c) AS done, source
  }
  WITH *, [name IN keys(preset.weights) WHERE done[name] > 0] AS names
  WHERE any(name IN names WHERE NOT name IN preset.alone)
  MATCH (giver)-[own:MEASURED {metric: 'openrank', source: 'measure', preset: series, period: $month}]->(:Month)
  WITH who, part, source, own.value AS value, own.value - own.surplus AS solved, keeps,
       preset.passed_on * reduce(sum = 0.0, name IN names | sum + preset.weights[name] * done[name]) / own.activity AS given
  WITH {who: who, part: part, source: source, value: value, given: given, amount: (1 - keeps) * given * solved} AS received
  ORDER BY received.amount DESC, received.who
  RETURN collect(received) AS received
}
WITH *, reduce(sum = 0.0, x IN received | sum + x.amount) AS arrived,
     reduce(sum = 0.0, x IN received[$top..] | sum + x.amount) AS others
WITH *, m.value - m.new - m.inherited - m.background - arrived AS left
UNWIND [{part: 'own new', amount: m.new}, {part: 'own inherited', amount: m.inherited},
        {part: 'background', amount: m.background}] + received[..$top]
       + CASE WHEN size(received) > $top THEN [{part: 'from the others', amount: others}] ELSE [] END
       + CASE WHEN abs(left) > 1e-6 THEN [{part: 'left over', amount: left}] ELSE [] END AS x
RETURN subject, x.part AS part, x.who AS who, x.amount AS amount, x.amount / m.value AS share, m.value AS value,
       x.given AS given, x.value AS neighbour_value, x.source AS source, m.run AS run
ORDER BY subject, amount DESC, part, who

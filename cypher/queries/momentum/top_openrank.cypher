// title: Projects by OpenRank
// about: Repositories by OpenRank over a period. A value published for the period answers first; else the mean of its
//   months, where a source has every one of them or leaves out zeros (it covers the repository, before and after). A single month such as 2025-08 is a period too. All values are of one
//   definition: what was measured here is ranked where nothing is published for the period, or `preset` names it.
// kind: table
// param period: period = 2025-01..2025-04 a month, or a span of months
// param preset: str = none definition and version, such as global-2026/1; one for all, that which most have, when absent
// param domain: domain = none only repositories of this domain or one below it
// param limit: int = 20 [1..10000] most rows to return
// returns rank: int place by OpenRank
// returns repository: str owner/name
// returns project: str name of the project, none where unknown
// returns openrank: float OpenRank, mean per month
// returns how: str published, or mean of the months
// returns language: str main programming language
// returns founded_by: list[str] organizations that began it
// returns preset: str definition and version of the measure
// returns source: str the source that answered
// load: ossatlas load opendigger OWNER/NAME --metrics openrank
// example: period=2025-01..2025-04 limit=20
WITH left($period, 7) AS first, right($period, 7) AS last
WITH first, last, (toInteger(left(last, 4)) - toInteger(left(first, 4))) * 12
     + toInteger(right(last, 2)) - toInteger(right(first, 2)) + 1 AS months
MATCH (month:Month) WHERE first <= month.key <= last  // a span's value stands at its last month
MATCH (r:Repository)-[m:MEASURED {metric: 'openrank'}]->(month)
WHERE ($preset IS NULL AND NOT m.preset ENDS WITH '-raw' OR m.preset = $preset)
  AND (m.period = $period OR (size(m.period) = 7 AND first <= m.period <= last))
  AND ($domain IS NULL OR EXISTS { (r)-[:IN_DOMAIN]->(:Domain)-[:PART_OF*0..4]->(:Domain {key: $domain}) })
WITH r, first, last, months, m.source AS source, m.preset AS preset, m.period = $period AND m.source <> 'measure' AS published,
     collect(m.value) AS values
WHERE published OR size(values) = months OR (
  EXISTS { (r)-[k:COVERED_BY {source: source}]->(:Snapshot) WHERE k.method = 'reference' AND 'openrank' IN k.activities }
  AND EXISTS { (r)-[a:MEASURED {metric: 'openrank', preset: preset, source: source}]->() WHERE size(a.period) = 7 AND a.period <= first }
  AND EXISTS { (r)-[z:MEASURED {metric: 'openrank', preset: preset, source: source}]->() WHERE size(z.period) = 7 AND z.period >= last })
WITH r, source, preset, published,
     reduce(sum = 0.0, v IN values | sum + v) / CASE WHEN published THEN size(values) ELSE months END AS openrank
ORDER BY published DESC, source
WITH preset, source = 'measure' AS own, r, collect({source: source, published: published, openrank: openrank, preset: preset})[0] AS best
WITH preset, own, collect({r: r, best: best}) AS ranked, sum(CASE WHEN preset = r.openrank_preset THEN 1 ELSE 0 END) AS newest
ORDER BY own, CASE WHEN own THEN newest ELSE 0 END DESC, size(ranked) DESC, preset LIMIT 1
UNWIND ranked AS one
WITH one.r AS r, one.best AS best
OPTIONAL MATCH (r)-[:FOUNDED_BY]->(o:Organization)
WITH r, best, collect(DISTINCT o.name) AS founded_by ORDER BY best.openrank DESC, r.name
WITH collect({r: r, best: best, founded_by: founded_by}) AS found
UNWIND range(1, size(found)) AS rank
WITH rank, found[rank - 1] AS f
RETURN rank, f.r.name AS repository, f.r.project AS project, f.best.openrank AS openrank,
       CASE WHEN f.best.published THEN 'published' ELSE 'mean of the months' END AS how,
       f.r.language AS language, f.founded_by AS founded_by, f.best.preset AS preset, f.best.source AS source
ORDER BY rank LIMIT $limit

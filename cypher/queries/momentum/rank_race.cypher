// title: Rank race
// about: The rank of each project by a measure, month by month, among those with a value in that month; 1 is the highest. All
//   values are of one definition: what was measured here is not ranked among what others publish. Who has a value in few of the
//   months is not ranked but named, so that nobody falls and rises again because others join for a month.
// kind: table
// param repositories: list[repository] = none [2..200] the repositories, owner/name; all with a series when absent
// param domain: domain = none only projects of this domain or one below it
// param from: month = none first month
// param to: month = none last month
// param top: int = 20 [1..1000] ranks to show in each month
// param metric: str = openrank the measure, such as openrank or stars
// param preset: str = none definition and version of the measure; one for all projects, that which most of them have, when absent
// param least_months: int = 6 [1..1000] in how many months of the window a project needs a value to be ranked; half of them in a shorter window
// param limit: int = 10000 [1..100000] most rows to return
// returns month: str the month
// returns rank: int 1 is the highest; equal values share it
// returns repository: str owner/name
// returns value: float the measure
// returns moved: int ranks won since the month before, none where it had none
// returns of: int projects with a value in the month
// returns unranked: int projects with a value in too few months to be ranked
// returns unranked_names: list[str] up to twenty of these
// returns preset: str definition and version of the measure
// returns source: str the source of the series
// budget: 60 s
// load: ossatlas load opendigger OWNER/NAME --metrics openrank
// example: from=2025-06 top=10
// include: repositories_asked
WITH r WHERE EXISTS { (r)-[:MEASURED]->() }
  AND ($domain IS NULL OR EXISTS { (r)-[:IN_DOMAIN]->(:Domain)-[:PART_OF*0..3]->(:Domain {key: $domain}) })
WITH collect(r) AS members
// include: one_scale
UNWIND members AS r
// include: monthly_series
WITH r, scale, source, points, [p IN points WHERE coalesce($from, '') <= p.month <= coalesce($to, '9999') | p.at] AS within
WHERE within <> []
WITH scale, collect({r: r, source: source, points: points, months: size(within)}) AS series,
     max(last(within)) - min(within[0]) + 1 AS months
WITH scale, series, CASE WHEN months < 2 * $least_months THEN (months + 1) / 2 ELSE $least_months END AS needed
WITH scale, [s IN series WHERE s.months >= needed] AS ranked,
     apoc.coll.sort([s IN series WHERE s.months < needed | s.r.name]) AS others
CALL (ranked) {
  UNWIND ranked AS s
  UNWIND s.points AS point
  WITH s, point WHERE point.month <= coalesce($to, '9999')
  WITH point.at AS at, point.month AS month, collect({r: s.r, source: s.source, value: point.value}) AS entries
  UNWIND entries AS entry
  WITH at, month, entry, size(entries) AS of, size([e IN entries WHERE e.value > entry.value]) + 1 AS rank ORDER BY at
  WITH entry.r AS r, collect({at: at, month: month, rank: rank, of: of, value: entry.value, source: entry.source}) AS runs
  UNWIND range(0, size(runs) - 1) AS n
  RETURN r, runs[n] AS here, CASE WHEN n > 0 AND runs[n - 1].at = runs[n].at - 1 THEN runs[n - 1].rank END AS before
}
WITH * WHERE here.rank <= $top AND here.month >= coalesce($from, '')
RETURN here.month AS month, here.rank AS rank, r.name AS repository, here.value AS value, before - here.rank AS moved,
       here.of AS of, size(others) AS unranked, others[..20] AS unranked_names, scale AS preset, here.source AS source
ORDER BY month, rank, repository LIMIT $limit

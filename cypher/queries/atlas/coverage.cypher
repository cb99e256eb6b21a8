// title: Coverage
// about: Which source tells of which months of which repositories, which activities it counts, and what is known to be
//   missing: one row per repository and source, and one per source that could not tell.
// kind: table
// param repositories: list[repository] = none [1..200] the repositories, owner/name; all when absent
// param source: str = none only this source
// param limit: int = 10000 [1..100000] most rows to return
// returns repository: str owner/name
// returns source: str the source
// returns method: str how it knows, best first: correction, api, events, totals, git, git-fork
// returns covers_from: str first month covered, none where it could not tell
// returns covers_to: str last month covered
// returns months: int months covered
// returns spans: list[str] the months covered, in runs without a break; those read in part end in ?
// returns activities: list[str] what it counts
// returns gaps: list[str] what it is known to lack, and why it could not tell
// example: repositories=deepseek-ai/DeepEP,deepseek-ai/DeepGEMM
// include: repositories_asked
MATCH (r)-[c:COVERED_BY|NOT_COVERED_BY]->(s:Snapshot) WHERE $source IS NULL OR c.source = $source
WITH r, c, s ORDER BY c.covers_from, c.covers_to
WITH r.name AS repository, c.source AS source, collect(c) AS told, collect(DISTINCT s) AS snapshots
CALL (told) {
  UNWIND told AS c
  WITH c WHERE c.covers_from IS NOT NULL
  UNWIND range(12 * toInteger(left(c.covers_from, 4)) + toInteger(right(c.covers_from, 2)) - 1,
               12 * toInteger(left(c.covers_to, 4)) + toInteger(right(c.covers_to, 2)) - 1) AS month
  WITH month, min(coalesce(c.partial, false)) AS partial ORDER BY month
  WITH collect({month: month, partial: partial}) AS found
  UNWIND range(0, size(found) - 1) AS at
  WITH found, at, found[at] AS here
  WHERE at = 0 OR found[at - 1].month <> here.month - 1 OR found[at - 1].partial <> here.partial
  WITH found, collect(at) AS starts
  UNWIND range(0, size(starts) - 1) AS n
  WITH found, found[starts[n]] AS first, found[coalesce(starts[n + 1], size(found)) - 1] AS last, n ORDER BY n
  WITH size(found) AS months, CASE WHEN first.partial THEN '?' ELSE '' END AS mark,
       [edge IN [first, last] | toString(edge.month / 12) + '-' + right('0' + toString(edge.month % 12 + 1), 2)] AS ends
  RETURN max(months) AS months, collect(ends[0] + '..' + ends[1] + mark) AS spans
}
// A gap of a snapshot that tells of others too says so. Degrees are read, not edges: a snapshot may tell of 100,000.
CALL (told, snapshots, source) {
  UNWIND snapshots AS s
  WITH s, source, COUNT { (s)<-[:COVERED_BY]-() } + COUNT { (s)<-[:NOT_COVERED_BY]-() }
       > size([c IN told WHERE endNode(c) = s]) AS of_others
  UNWIND s.gaps AS gap
  RETURN collect(DISTINCT CASE WHEN of_others THEN source + ' as a whole: ' ELSE '' END + gap) AS known
}
UNWIND told AS c
UNWIND CASE WHEN coalesce(c.activities, []) = [] THEN [null] ELSE c.activities END AS activity
WITH repository, source, months, spans, known, collect(DISTINCT activity) AS activities,
     collect(DISTINCT c.method) AS methods, min(c.covers_from) AS covers_from, max(c.covers_to) AS covers_to,
     collect(DISTINCT c.note) AS notes
RETURN repository, source, head(methods) AS method, covers_from, covers_to, coalesce(months, 0) AS months, spans,
       activities, [note IN notes // one that only joins gaps would tell them twice
                    WHERE any(part IN split(note, '; ') WHERE none(gap IN known WHERE gap CONTAINS part))]
                   + known AS gaps
ORDER BY repository, source LIMIT $limit

// title: Key developers
// about: The developers who together made a share of a repository's contributions, most first, with how long they were
//   there, their employers, and how many other repositories they contribute to.
// kind: table
// param repository: repository the repository, owner/name
// param share: float = 0.8 [0.01..1] the share that they hold together
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two in each period
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers where it covers the repository
// param bots: bool = false whether machine accounts count
// param limit: int = 50 [1..10000] most rows to return
// returns developer: str login of the developer
// returns contributions: int contributions of the kind asked for
// returns share: float of all contributions by known logins, 0..1
// returns together: float share of this developer and those above, 0..1
// returns months: int months with a contribution of this kind, none where the source has no months
// returns last: str last of these months
// returns elsewhere: int other repositories with such contributions of the developer, at any time, by any source
// returns organizations: list[str] employers or universities, none where unknown
// returns countries: list[str] countries stated, none where unknown
// returns source: str the source that answered
// load: ossatlas load github OWNER/NAME
// example: repository=sgl-project/sglang
MATCH (r:Repository {key: $repository})
// include: answering_source
// include: contributions
WITH r, source, d, contributions ORDER BY contributions DESC, toLower(d.login)
WITH r, source, collect({d: d, made: contributions}) AS rows, toFloat(sum(contributions)) AS total
UNWIND range(0, size(rows) - 1) AS n
WITH r, source, rows[n].d AS d, rows[n].made AS made, total, reduce(s = 0.0, x IN rows[..n] | s + x.made) AS before
WHERE before < $share * total
WITH * ORDER BY made DESC, toLower(d.login) LIMIT $limit
CALL (d, r, source) {
  MATCH (d)-[c:CONTRIBUTED_TO {source: source}]->(r)
  WHERE size(c.period) = 7 AND c.period >= coalesce($from, '') AND c.period <= coalesce($to, '9999')
  // include: counted
  RETURN count(c) AS active, max(c.period) AS last
}
// include: employers
// include: countries
RETURN d.login AS developer, made AS contributions, made / total AS share, (before + made) / total AS together,
       CASE WHEN active > 0 THEN active END AS months, last,
       COUNT {
         MATCH (d)-[c:CONTRIBUTED_TO]->(other:Repository) WHERE other <> r
         // include: counted
         RETURN DISTINCT other } AS elsewhere,
       organizations, countries, source
ORDER BY contributions DESC, toLower(developer)

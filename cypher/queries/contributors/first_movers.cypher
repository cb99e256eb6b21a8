// title: Who came first, and from where
// about: The developers of a repository by the month of their first contribution of the kind asked for, with the repositories to
//   which they made such before. Only contributions told by month count; a history that begins later hides who was there before.
// kind: table
// param repository: repository the repository, owner/name
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two in each period
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers where it covers the repository
// param bots: bool = false whether machine accounts count
// param limit: int = 50 [1..10000] most rows to return
// returns developer: str login of the developer
// returns month: str month of the first contribution of the kind asked for, none where no month is told
// returns contributions: int contributions of the kind asked for, in all
// returns came_from: list[str] up to five repositories of earlier contributions of this kind, most months first
// returns organizations: list[str] employers or universities, none where unknown
// returns source: str the source that answered
// load: ossatlas load github OWNER/NAME
// example: repository=sgl-project/sglang
// example: repository=deepseek-ai/DeepEP from=2025-02
MATCH (r:Repository {key: $repository})
// include: answering_source
// include: contributions
CALL (d, r, source) {
  MATCH (d)-[c:CONTRIBUTED_TO {source: source}]->(r)
  WHERE size(c.period) = 7 AND c.period >= coalesce($from, '') AND c.period <= coalesce($to, '9999')
  // include: counted
  RETURN min(c.period) AS month
}
WITH d, r, source, contributions, month ORDER BY month IS NULL, month, contributions DESC, toLower(d.login) LIMIT $limit
CALL (d, r, month) {
  MATCH (d)-[c:CONTRIBUTED_TO]->(other:Repository)
  WHERE other <> r AND size(c.period) = 7 AND c.period < month
  // include: counted
  WITH other, count(DISTINCT c.period) AS months ORDER BY months DESC, other.name LIMIT 5
  RETURN collect(other.name) AS came_from
}
// include: employers
RETURN d.login AS developer, month, contributions, came_from, organizations, source
ORDER BY month IS NULL, month, contributions DESC, toLower(developer)

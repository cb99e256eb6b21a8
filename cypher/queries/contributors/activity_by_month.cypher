// title: Activity month by month
// about: How much was contributed in each month to these repositories, or by this developer, and by how many. Of each repository the
//   best source that tells by month speaks, so a table of totals never does. Months without a contribution have no row.
// kind: table
// one_of: repositories, developer
// param repositories: list[repository] = none [1..20] the repositories, owner/name
// param developer: developer = none login of the developer
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two
// param from: month = none first month
// param to: month = none last month
// param source: str = none source that answers wherever it covers a repository by month
// param bots: bool = false whether machine accounts count
// returns month: str the month
// returns contributions: int contributions made in it
// returns developers: int developers who made them
// returns sources: list[str] the sources that tell of them
// load: ossatlas load github OWNER/NAME
// example: repositories=vllm-project/vllm,sgl-project/sglang
// example: developer=youkaichao
CALL () {
  UNWIND coalesce($repositories, []) AS key
  MATCH (r:Repository {key: key})
  RETURN r
  UNION
  MATCH (:Developer {key: $developer})-[:CONTRIBUTED_TO]->(r:Repository)
  RETURN DISTINCT r
}
CALL (r) {
  MATCH (r)-[k:COVERED_BY]->(:Snapshot)
  WHERE k.method <> 'totals' AND ($activity IN k.activities
        OR ($activity = 'any' AND any(a IN k.activities WHERE a IN ['commits', 'merged_prs'])))
  WITH k.source AS source, min(k.rank) AS rank, max(coalesce(k.partial, false)) AS partial, max(k.covers_to) AS last
  ORDER BY source <> coalesce($source, ''), partial, rank, last DESC, source LIMIT 1
  RETURN source
}
MATCH (d:Developer)-[c:CONTRIBUTED_TO {source: source}]->(r)
WHERE ($developer IS NULL OR d.key = $developer) AND ($bots OR NOT coalesce(d.bot, false))
  AND size(c.period) = 7 AND coalesce($from, '') <= c.period <= coalesce($to, '9999')
WITH c.period AS month, d, source,
// include: activity_value
AS made
WHERE made > 0
RETURN month, sum(made) AS contributions, count(DISTINCT d) AS developers, apoc.coll.sort(collect(DISTINCT source)) AS sources
ORDER BY month

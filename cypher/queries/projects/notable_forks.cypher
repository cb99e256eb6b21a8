// title: Forks with work of their own
// about: Forks of a repository by the commits that they have and it does not, with the developers who contribute to the fork. A
//   fork's history holds that of its parent too, and no source tells whose the commits ahead are: `by` are those who contribute
//   to the fork and have nothing merged in the parent; whoever has work in both stands in `also_upstream`. One source answers for
//   each fork. Where it reads histories and nothing is known of the parent, neither can be told.
// kind: table
// param repository: repository = none forks of this repository, owner/name; of all when absent
// param least: int = 1 [1..] fewest own commits
// param activity: merged_prs|commits|any = any what makes a developer of the fork count; any is the larger of the two in each period
// param from: month = none first month of their contributions
// param to: month = none last month of their contributions
// param source: str = none source of the contributions wherever it covers a fork
// param bots: bool = false whether machine accounts count
// param limit: int = 100 [1..10000] most rows to return
// returns fork: str owner/name of the fork
// returns repository: str what it is a fork of
// returns ahead: int own commits at the source's reading
// returns stars: int stars of the fork, none where unknown
// returns by: list[str] up to five developers who contribute to the fork and not to its parent, most first; none where that is not known
// returns also_upstream: list[str] up to five who contribute to both, most in the fork first; none where that is not known
// returns sources: list[str] the source that tells of the fork, and the one that tells who contributes to it
// load: ossatlas load github OWNER/NAME --what repository
// example: least=1
CALL () {
  MATCH (parent:Repository {key: $repository})<-[forked:FORK_OF]-(r:Repository)
  RETURN r, forked, parent
  UNION ALL
  UNWIND CASE WHEN $repository IS NULL THEN [true] ELSE [] END AS all_of_them
  MATCH (r:Repository)-[forked:FORK_OF]->(parent:Repository)
  RETURN r, forked, parent
}
WITH r, parent, forked WHERE forked.ahead >= $least
WITH r, parent, forked ORDER BY forked.ahead DESC, r.name, parent.name LIMIT $limit
// include: answering_source
CALL (r, parent, source, method) {
  // include: contributions
  WITH d, EXISTS { (d)-[c:CONTRIBUTED_TO]->(parent) WHERE c.commits > 0 OR c.merged_prs > 0 OR c.co_authored_commits > 0 } AS upstream
  ORDER BY contributions DESC, toLower(d.login)
  RETURN collect(CASE WHEN NOT upstream THEN d.login END)[..5] AS own, collect(CASE WHEN upstream THEN d.login END)[..5] AS shared
}
WITH *, source IS NOT NULL AND (EXISTS { (parent)-[:COVERED_BY]->() }
     OR NOT EXISTS { (r)-[k:COVERED_BY {source: source}]->() WHERE 'commits' IN k.activities }) AS known
RETURN r.name AS fork, parent.name AS repository, forked.ahead AS ahead, r.stars AS stars, CASE WHEN known THEN own END AS by,
       CASE WHEN known THEN shared END AS also_upstream, [s IN [forked.source, source] WHERE s IS NOT NULL] AS sources
ORDER BY ahead DESC, fork, repository

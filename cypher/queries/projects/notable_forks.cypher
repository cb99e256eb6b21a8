// title: Forks with work of their own
// about: Forks of a repository by the commits that they have and it does not, with the developers who contribute to the fork.
// kind: table
// param repository: repository = none forks of this repository, owner/name; of all when absent
// param least: int = 1 [1..] fewest own commits
// param limit: int = 100 [1..10000] most rows to return
// returns fork: str owner/name of the fork
// returns repository: str what it is a fork of
// returns ahead: int own commits at the source's reading
// returns stars: int stars of the fork, none where unknown
// returns by: list[str] up to five developers with contributions to the fork, most first
// returns source: str the source that tells it
// load: ossatlas load github OWNER/NAME --what repository
// example: least=1
MATCH (fork:Repository)-[f:FORK_OF]->(r:Repository)
WHERE f.ahead >= $least AND ($repository IS NULL OR r.key = $repository)
CALL (fork) {
  OPTIONAL MATCH (d:Developer)-[c:CONTRIBUTED_TO]->(fork)
  WITH d, sum(coalesce(c.commits, 0) + coalesce(c.merged_prs, 0)) AS made ORDER BY made DESC, toLower(d.login) LIMIT 5
  RETURN collect(d.login) AS by
}
RETURN fork.name AS fork, r.name AS repository, f.ahead AS ahead, fork.stars AS stars, by, f.source AS source
ORDER BY ahead DESC, fork LIMIT $limit

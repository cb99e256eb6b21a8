// title: What rests on contributions without a login
// about: For each repository of which a history was read, how many of its commits could be given to a login, to a machine, and
//   to nobody. An answer about people rests on the first share alone; overlaps are lower bounds where it is small.
// kind: table
// param repositories: list[repository] = none [1..200] the repositories, owner/name; all when absent
// param limit: int = 1000 [1..100000] most rows to return
// returns repository: str owner/name
// returns commits: int commits of the history
// returns attributed_share: float share with a known login, 0..1
// returns bot_share: float share by machines, 0..1
// returns unattributed_share: float share without a login, 0..1
// returns source: str the source that read it
// load: ossatlas load git https://github.com/OWNER/NAME
// example: limit=20
MATCH (r:Repository)-[c:COVERED_BY]->(:Snapshot) WHERE c.commits_total > 0 AND ($repositories IS NULL OR r.key IN $repositories)
RETURN r.name AS repository, c.commits_total AS commits, 1.0 * c.commits_attributed / c.commits_total AS attributed_share,
       1.0 * c.commits_bot / c.commits_total AS bot_share, 1.0 * c.commits_unattributed / c.commits_total AS unattributed_share,
       c.source AS source
ORDER BY unattributed_share DESC, repository, source LIMIT $limit

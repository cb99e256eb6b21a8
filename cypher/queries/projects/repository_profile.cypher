// title: A repository's profile
// about: What is known of one repository: its facts, who founded, owns and hosts it, where it stands, how central it is,
//   which sources tell of its contributions and from when to when.
// kind: table
// param repository: repository the repository, owner/name
// returns repository: str owner/name, at present
// returns project: str name of the project
// returns former_names: list[str] names that it had before
// returns github_id: int id on GitHub
// returns language: str main programming language
// returns license: str SPDX identifier
// returns created: str when it was created
// returns last_commit: str last commit that a source tells of
// returns founded_by: list[str] who began it
// returns owned_by: list[str] organizations whose account owns it
// returns hosted_by: list[str] foundations that govern it
// returns domains: list[str] its place in each taxonomy, as taxonomy: path
// returns stars: int stars at the last reading
// returns stars_month: str month of that reading
// returns openrank: float OpenRank of the last published month
// returns openrank_month: str that month
// returns openrank_12m: float sum of twelve months of OpenRank, window not published
// returns developers: int developers known by login, over all sources
// returns community: int its Leiden community
// returns pagerank: float PageRank over shared developers
// returns betweenness: float betweenness over shared developers, 0..1
// returns degree: int repositories that share a developer with it
// returns covered_by: list[str] sources of contributions with their months
// returns attributed_share: float commits given to a login, of all in the history that was read, 0..1
// returns gaps: list[str] what no source could tell
// returns sources: list[str] sources of contributions, the one that answers first
// example: repository=vllm-project/vllm
MATCH (r:Repository {key: $repository})
// include: latest_openrank
CALL (r) {
  OPTIONAL MATCH (r)-[m:MEASURED {metric: 'stars'}]->(:Month)
  WITH m ORDER BY m.period DESC, m.source LIMIT 1
  RETURN toInteger(m.value) AS stars, m.period AS stars_month
}
CALL (r) {
  OPTIONAL MATCH (r)-[:IN_DOMAIN]->(leaf:Domain)
  OPTIONAL MATCH path = (leaf)-[:PART_OF*0..4]->(top:Domain) WHERE NOT EXISTS { (top)-[:PART_OF]->(:Domain) }
  WITH leaf.taxonomy + ': ' + apoc.text.join(reverse([d IN nodes(path) | d.name]), ' / ') AS place ORDER BY place
  RETURN collect(place) AS domains
}
CALL (r) {
  OPTIONAL MATCH (r)-[c:COVERED_BY]->(:Snapshot)
  WITH c ORDER BY c.rank, c.source
  RETURN collect(c.source + ': ' + c.covers_from + ' to ' + c.covers_to) AS covered_by, collect(c.source) AS sources,
         max(1.0 * c.commits_attributed / c.commits_total) AS attributed_share
}
CALL (r) { OPTIONAL MATCH (r)-[n:NOT_COVERED_BY]->(:Snapshot) RETURN collect(n.source + ': ' + n.note) AS gaps }
CALL (r) { OPTIONAL MATCH (r)-[:FOUNDED_BY]->(o:Organization) RETURN collect(DISTINCT o.name) AS founded_by }
CALL (r) { OPTIONAL MATCH (r)<-[:OWNS]-(o:Organization) RETURN collect(DISTINCT o.name) AS owned_by }
CALL (r) {
  OPTIONAL MATCH (r)-[h:HOSTED_BY]->(o:Organization)
  RETURN collect(o.name + coalesce(' since ' + h.since, '')) AS hosted_by
}
CALL (r) { OPTIONAL MATCH (r)<-[:CONTRIBUTED_TO]-(d:Developer) RETURN count(DISTINCT d) AS developers }
RETURN r.name AS repository, r.project AS project, coalesce(r.former_names, []) AS former_names, r.github_id AS github_id,
       r.language AS language, r.license AS license, r.created_at AS created, r.last_commit_at AS last_commit,
       founded_by, owned_by, hosted_by, domains, stars, stars_month, openrank, openrank_month,
       r.openrank_12m_sum AS openrank_12m, developers, r.community AS community, r.pagerank AS pagerank,
       r.betweenness AS betweenness, toInteger(r.degree) AS degree, covered_by, attributed_share, gaps, sources

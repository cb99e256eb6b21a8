// A name for each group of repositories in `groups` (maps of community and members: repositories, the most central first):
// its domains of the LLM landscape that at least a quarter of its labelled repositories have, at most two; without one, up
// to two topics that at least a third of its repositories have; then its two most central projects. `named` has for each
// community, in the order of `groups`, the name, its domains with their numbers, and up to five topics.
CALL (groups) {
  UNWIND groups AS g
  CALL (g) {
    UNWIND g.members AS r
    // include: domain
    WITH r, domain WHERE domain IS NOT NULL
    WITH domain, count(*) AS n ORDER BY n DESC, domain
    RETURN collect({domain: domain, n: n}) AS domains
  }
  CALL (g) {
    UNWIND g.members AS r
    MATCH (r)-[:HAS_TOPIC]->(t:Topic)
    WITH t.name AS topic, count(DISTINCT r) AS n ORDER BY n DESC, topic LIMIT 5
    RETURN collect({topic: topic, n: n}) AS topics
  }
  WITH g, domains, topics, reduce(sum = 0, d IN domains | sum + d.n) AS labelled
  WITH g, domains, topics, labelled,
       [d IN domains WHERE 4 * d.n >= labelled | d.domain][..2] AS main,
       [t IN topics WHERE 3 * t.n >= size(g.members) | t.topic][..2] AS shared,
       [r IN g.members[..2] | coalesce(r.project, split(r.name, '/')[1])] AS projects
  WITH g, domains, topics, labelled, projects, CASE WHEN size(main) > 0 THEN main ELSE shared END AS words
  RETURN collect({community: g.community, domains: domains, topics: [t IN topics | t.topic], labelled: labelled,
    name: CASE WHEN size(words) > 0 THEN apoc.text.join(words, ' and ') + ': ' ELSE '' END + apoc.text.join(projects, ', ')})
    AS named
}

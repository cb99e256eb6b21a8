// title: The ecosystem around projects
// about: Projects that a report names as closely related, by category, with OpenRank, stars, age and language; whether
//   they are on the LLM landscape; and how many developers they share with the repositories of one owner, by the last
//   run of the measure `shared-ties`, where a source covers both.
// kind: table
// param taxonomy: str = deepseek-week-ecosystem the list of categories, such as deepseek-week-ecosystem
// param owner: str = deepseek-ai the owner whose repositories they are related to
// param limit: int = 100 [1..10000] most rows to return
// returns repository: str owner/name
// returns category: str what kind of project it is
// returns openrank: float OpenRank at the reading of the list
// returns stars: int stars at the reading of the list
// returns created: str when it was created
// returns language: str main programming language
// returns on_landscape: bool whether it is on the LLM landscape
// returns shared_developers: int developers shared with the owner's repositories, summed over pairs; none where unknown
// returns source: str the source of the list
// load: ossatlas demo --no-serve
// example: taxonomy=deepseek-week-ecosystem
MATCH (r:Repository)-[i:IN_DOMAIN]->(d:Domain {taxonomy: $taxonomy, level: 'category'})
CALL (r, i) {
  OPTIONAL MATCH (r)-[m:MEASURED {source: i.source}]->(:Month) WHERE m.metric IN ['openrank', 'stars']
  RETURN apoc.map.fromPairs(collect([coalesce(m.metric, ''), m.value])) AS counted
}
CALL (r) {
  OPTIONAL MATCH (r)-[t:SHARES_DEVELOPERS]-(o:Repository) WHERE toLower(o.name) STARTS WITH toLower($owner) + '/'
  RETURN CASE WHEN count(t) > 0 THEN sum(t.developers) END AS shared_developers
}
RETURN r.name AS repository, d.name AS category, counted.openrank AS openrank, toInteger(counted.stars) AS stars,
       r.created_at AS created, r.language AS language,
       EXISTS { (r)-[:IN_DOMAIN]->(:Domain {taxonomy: 'llm-landscape-2025'}) } AS on_landscape,
       shared_developers, i.source AS source
ORDER BY category, openrank DESC, repository LIMIT $limit

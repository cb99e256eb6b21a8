// title: Where developers live
// about: Developers by the country that they state, of a set of repositories or of all that is loaded. Those who state nothing, or
//   nothing that can be read, are counted as unknown and stay in the denominator. A developer who names several counts in each.
// kind: table
// param repositories: list[repository] = none [1..200] the repositories, owner/name; all developers when absent
// param activity: merged_prs|commits|any = any what makes a developer count, where repositories are named
// param from: month = none first month of the window, where repositories are named
// param to: month = none last month of the window, where repositories are named
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param limit: int = 300 [1..1000] most rows to return
// returns country: str its name, or unknown
// returns code: str ISO 3166 alpha-2, none for unknown
// returns developers: int developers
// returns share: float of all developers, 0..1
// returns all_developers: int the denominator
// returns sources: list[str] the sources that answered for the repositories
// budget: 60 s
// load: ossatlas load github OWNER/NAME
// example: repositories=deepseek-ai/DeepEP,deepseek-ai/DeepGEMM
// example: limit=20
CALL () {
  WITH 1 AS all WHERE $repositories IS NULL
  MATCH (d:Developer) WHERE $bots OR NOT coalesce(d.bot, false)
  RETURN d, [] AS answered
UNION ALL
  UNWIND coalesce($repositories, []) AS key
  MATCH (r:Repository {key: key})
  // include: answering_source
  // include: contributions
  RETURN d, collect(DISTINCT source) AS answered
}
OPTIONAL MATCH (d)-[:LOCATED_IN]->(c:Country)
WITH d, apoc.coll.toSet(apoc.coll.flatten(collect(answered))) AS answered, collect(DISTINCT c) AS stated
WITH collect({stated: stated}) AS people, count(d) AS all_developers, apoc.coll.toSet(apoc.coll.flatten(collect(answered))) AS sources
UNWIND people AS person
UNWIND CASE WHEN person.stated = [] THEN [null] ELSE person.stated END AS c
WITH coalesce(c.name, 'unknown') AS country, c.code AS code, count(*) AS developers, all_developers, sources
RETURN country, code, developers, 1.0 * developers / all_developers AS share, all_developers, sources
ORDER BY code IS NULL, developers DESC, country LIMIT $limit

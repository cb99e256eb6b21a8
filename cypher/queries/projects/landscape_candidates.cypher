// title: Which projects belong on a landscape
// about: Projects that share more developers with the seeds than chance would give. Expected are (developers of the project) ×
//   (developers of the seeds) / (all developers of the window); lift is how many times more there are, so that a giant does not
//   win by its size. Developers who touch very many repositories tie everything to everything and are left out of the
//   shared ones. One round: `ossatlas candidates` goes on until nothing new passes, and keeps a list for review.
// kind: table
// param seeds: list[repository] = none [1..10000] the seeds, owner/name; the projects of `taxonomy` when absent
// param taxonomy: str = llm-landscape-2025 whose projects are the seeds where none are named
// param accepted: list[repository] = none [0..10000] projects that count as seeds too
// param rejected: list[repository] = none [0..10000] projects that are not to be shown
// param min_developers: int = 3 [1..100000] fewest developers that a candidate shares with the seeds
// param min_lift: float = 2 [0..] lowest lift
// param cap: int = 50 [2..100000] most repositories with such contributions of a developer who counts as shared
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two in each period
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param limit: int = 100 [1..100000] most rows to return
// returns repository: str owner/name of the candidate
// returns lift: float shared developers over those that chance would give
// returns shared: int developers of the candidate who also contribute to a seed
// returns expected: float shared developers that chance would give
// returns developers: int developers of the candidate
// returns seeds: list[str] up to five seeds, those with most of the shared developers first, with how many
// returns examples: list[str] up to five of the shared developers, the most active here first
// returns sources: list[str] sources that answered for the candidate and these developers' seeds
// budget: 60 s, 100000 rows
// load: ossatlas load github OWNER/NAME --depth neighbours
// example: seeds=deepseek-ai/DeepEP,deepseek-ai/DeepGEMM min_developers=2 min_lift=1
CALL () {
  UNWIND coalesce($seeds, []) + coalesce($accepted, []) AS key
  MATCH (r:Repository {key: key})
  RETURN r
  UNION
  UNWIND CASE WHEN $seeds IS NULL THEN [true] ELSE [] END AS none_named
  MATCH (:Domain {taxonomy: $taxonomy})<-[:IN_DOMAIN]-(r:Repository)
  RETURN r
}
// include: answering_source
// include: contributions
WITH d, collect({name: r.name, key: r.key, source: source}) AS worked
WITH collect({d: d, worked: worked, wide: COUNT {
  MATCH (d)-[c:CONTRIBUTED_TO]->(o:Repository) WHERE true
  // include: counted
  RETURN DISTINCT o } > $cap}) AS people
WITH people, [p IN people WHERE NOT p.wide] AS close,
     apoc.coll.toSet(apoc.coll.flatten([p IN people | [w IN p.worked | w.key]])) AS known
CALL () {
  MATCH (d:Developer) WHERE ($bots OR NOT coalesce(d.bot, false)) AND EXISTS {
    MATCH (d)-[c:CONTRIBUTED_TO]->(:Repository)
    WHERE left(c.period, 7) >= coalesce($from, '') AND right(c.period, 7) <= coalesce($to, '9999')
    // include: counted
  }
  RETURN count(d) AS everyone
}
WITH close, known, everyone, apoc.map.fromPairs([p IN close | [p.d.key, p.worked]]) AS places
CALL (close, known) {
  UNWIND close AS p
  WITH p.d AS person, known
  MATCH (person)-[:CONTRIBUTED_TO]->(r:Repository)
  WHERE NOT r.key IN known AND NOT r.key IN coalesce($rejected, []) AND NOT r.key IN coalesce($seeds, [])
  WITH r, count(DISTINCT person) AS seen WHERE seen >= $min_developers
  RETURN r
}
// include: answering_source
// include: contributions
WITH r, source, d, contributions, places, everyone ORDER BY contributions DESC, toLower(d.login)
WITH r, source, everyone, places, size(keys(places)) AS crowd, count(d) AS developers,
     [x IN collect({login: d.login, worked: places[d.key]}) WHERE x.worked IS NOT NULL] AS common
WHERE size(common) >= $min_developers
WITH *, 1.0 * developers * crowd / everyone AS expected
WITH *, size(common) / expected AS lift WHERE lift >= $min_lift
CALL (common) {
  UNWIND common AS one
  UNWIND one.worked AS seed
  WITH seed.name AS name, count(*) AS n, collect(DISTINCT seed.source) AS told ORDER BY n DESC, name
  RETURN collect(name + ' ' + toString(n))[..5] AS seeds, apoc.coll.toSet(apoc.coll.flatten(collect(told))) AS told
}
RETURN r.name AS repository, lift, size(common) AS shared, expected, developers, seeds, [x IN common | x.login][..5] AS examples,
       apoc.coll.sort(apoc.coll.toSet(told + source)) AS sources
ORDER BY lift DESC, shared DESC, toLower(repository) LIMIT $limit

// title: The network around a project or a developer
// about: A project, the developers who contribute most to it, and the other projects that these work on; or a developer, the
//   projects that he or she works on, and who else does. One source answers for each project. With further seeds it is the
//   union of their networks, and each node tells how many of the seeds it is tied to: those tied to several bridge them.
// kind: graph
// param repository: repository = none the repository in the middle, owner/name
// param developer: developer = none the developer in the middle, login
// param seed_repositories: list[repository] = none [0..10] further repositories whose networks come in, owner/name
// param seed_developers: list[developer] = none [0..10] further developers whose networks come in
// param depth: int = 2 [1..2] 1 draws what the seeds are tied to; 2 also what that leads to
// param developers: int = 25 [1..300] how many of the most active developers of each seed, and of those that repositories of developers lead to
// param repositories: int = 12 [0..100] how many of the repositories of each developer, and of the others, those with most of these developers first
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// one_of: repository, developer
// budget: 30 s
// sizes: contributions of a developer; developers of a repository
// weights: contributions of the developer in the repository
// load: ossatlas load github OWNER/NAME
// example: repository=deepseek-ai/DeepEP
// example: repository=deepseek-ai/DeepEP seed_repositories=deepseek-ai/DeepGEMM seed_developers=fzyzcjy developers=8 repositories=6
CALL () {
  UNWIND [$repository] + coalesce($seed_repositories, []) AS key
  OPTIONAL MATCH (r:Repository {key: key})
  RETURN apoc.coll.toSet(collect(r)) AS hubs
}
CALL () {
  UNWIND [$developer] + coalesce($seed_developers, []) AS key
  OPTIONAL MATCH (d:Developer {key: key})
  RETURN apoc.coll.toSet(collect(d)) AS persons
}
CALL (hubs) {
  UNWIND hubs AS r
  // include: answering_source
  // include: contributions
  WITH r, d, contributions ORDER BY contributions DESC, toLower(d.login)
  WITH r, collect(d) AS everyone
  RETURN apoc.coll.toSet(apoc.coll.flatten(collect(everyone[..$developers]))) AS team,
         sum(size(everyone) - size(everyone[..$developers])) AS developers_left_out
}
CALL (persons) {
  UNWIND persons AS d
  MATCH (d)-[c:CONTRIBUTED_TO]->(r:Repository)
  WHERE left(c.period, 7) >= coalesce($from, '') AND right(c.period, 7) <= coalesce($to, '9999')
  // include: counted
  WITH DISTINCT d, r
  // include: answering_source
  // include: work_of_one
  WITH d, r, contributions ORDER BY contributions DESC, r.name
  WITH d, collect(r) AS everywhere
  RETURN apoc.coll.toSet(apoc.coll.flatten(collect(everywhere[..$repositories]))) AS places,
         sum(size(everywhere) - size(everywhere[..$repositories])) AS places_left_out
}
WITH hubs, persons, apoc.coll.toSet(persons + team) AS near, apoc.coll.toSet(hubs + places) AS projects, places,
     developers_left_out + places_left_out AS left_out
CALL (near, projects) {
  WITH * WHERE $depth > 1
  UNWIND near AS person
  MATCH (person)-[c:CONTRIBUTED_TO]->(other:Repository)
  WHERE NOT other IN projects
    AND left(c.period, 7) >= coalesce($from, '') AND right(c.period, 7) <= coalesce($to, '9999')
  // include: counted
  WITH other, count(DISTINCT person) AS shared ORDER BY shared DESC, other.name
  WITH collect(other) AS every
  RETURN every[..$repositories] AS others, size(every) - size(every[..$repositories]) AS others_left_out
}
CALL (near, places) {
  WITH * WHERE $depth > 1
  UNWIND places AS r
  // include: answering_source
  // include: contributions
  WITH d, count(*) AS together, sum(contributions) AS made, near WHERE NOT d IN near
  WITH d, together, made ORDER BY together DESC, made DESC, toLower(d.login)
  WITH collect(d) AS every
  RETURN every[..$developers] AS colleagues, size(every) - size(every[..$developers]) AS colleagues_left_out
}
WITH hubs, persons, near + colleagues AS people, projects + others AS projects,
     left_out + others_left_out + colleagues_left_out AS left_out, size(hubs) + size(persons) > 1 AS several
CALL (people, projects) {
  UNWIND projects AS r
  // include: answering_source
  // include: contributions
  WITH d, r, source, contributions, corrections, people WHERE d IN people
  // include: evidence
  RETURN collect({d: d, r: r, n: contributions, source: source, evidence: evidence, evidence_rows: evidence_rows}) AS work
}
CALL (people, work, hubs, several) {
  UNWIND people AS d
  WITH d, [w IN work WHERE w.d = d] AS done
  // include: employers
  // include: countries
  RETURN collect({key: d.key, label: 'Developer', title: d.login, size: reduce(s = 0, w IN done | s + w.n),
    facts: apoc.map.merge({contributions: reduce(s = 0, w IN done | s + w.n), organizations: organizations, countries: countries, repositories: size(done)},
      CASE WHEN several THEN {seeds: size([w IN done WHERE w.r IN hubs])} ELSE {} END)}) AS circle
}
CALL (projects, work, persons, several) {
  UNWIND projects AS r
  // include: domain
  WITH r, domain, [w IN work WHERE w.r = r] AS done
  RETURN collect({key: r.key, label: 'Repository', title: r.name, community: r.community, size: size(done),
    facts: apoc.map.merge({project: r.project, domain: domain, language: r.language, developers_here: size(done),
                           openrank_12m: r.openrank_12m_sum},
      CASE WHEN several THEN {seeds: size([w IN done WHERE w.d IN persons])} ELSE {} END)}) AS places
}
RETURN places + circle AS nodes,
       [w IN work | {source: w.d.key, target: w.r.key, type: 'CONTRIBUTED_TO', weight: w.n,
          facts: {contributions: w.n, source: w.source, evidence_rows: w.evidence_rows}, evidence: w.evidence}] AS edges,
       left_out

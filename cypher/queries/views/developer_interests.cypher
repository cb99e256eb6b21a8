// title: What a developer is interested in
// about: A developer, the repositories that he or she contributes most to, and the topics and domains of all of the developer's
//   repositories: topics as the owners gave them, domains as a source classifies. Repositories of which neither is known are
//   counted as unknown and stay in the picture. One source answers for each repository.
// kind: graph
// param developer: developer login of the developer
// param topics: int = 5 [0..100] how many of the topics, and how many of the domains: those of most repositories first
// param repositories: int = 10 [0..500] how many of the repositories to draw, those with most contributions first
// param activity: any|merged_prs|commits|opened_prs|reviews|opened_issues|issue_comments|review_comments|pushes|activity = any what counts; any is the larger of commits and merged pull requests
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// budget: 30 s
// sizes: contributions to a repository; repositories of a topic or a domain, and of the developer
// weights: contributions to a repository; repositories of a topic or a domain
// load: ossatlas load github @LOGIN
// example: developer=LyricZhao
MATCH (d:Developer {key: $developer})
CALL (d) {
  MATCH (d)-[c:CONTRIBUTED_TO]->(r:Repository)
  WHERE left(c.period, 7) >= coalesce($from, '') AND right(c.period, 7) <= coalesce($to, '9999')
  // include: counted
  RETURN DISTINCT r
}
// include: answering_source
// include: work_of_one
CALL (r) {
  OPTIONAL MATCH (r)-[x:HAS_TOPIC|IN_DOMAIN]->(about:Topic|Domain)
  WITH about, collect(DISTINCT x.source) AS told ORDER BY about.key
  RETURN [x IN collect({about: about, told: told}) WHERE x.about IS NOT NULL] AS abouts
}
WITH d, r, source, contributions, corrections, abouts ORDER BY contributions DESC, r.name
WITH d, collect({r: r, source: source, n: contributions, corrections: corrections, abouts: abouts}) AS everywhere
CALL (everywhere) {
  UNWIND everywhere AS place
  UNWIND CASE WHEN place.abouts = [] THEN [{about: null}] ELSE place.abouts END AS x
  WITH x.about AS about, x.told AS told, place
  WITH about, apoc.coll.toSet(apoc.coll.flatten(collect(coalesce(told, [])))) AS told, count(*) AS repositories, sum(place.n) AS contributions,
       collect({repository: place.r.name, contributions: place.n})[..24] AS places
  WITH about, repositories, contributions, places, told, CASE WHEN about IS NULL THEN 'unknown' ELSE labels(about)[0] END AS label
  ORDER BY repositories DESC, contributions DESC, about.name
  WITH label, collect({about: about, key: coalesce(about.key, 'unknown:topic'), told: told,
                       label: CASE label WHEN 'Domain' THEN label ELSE 'Topic' END,
                       type: CASE label WHEN 'Domain' THEN 'IN_DOMAIN' ELSE 'HAS_TOPIC' END,
                       repositories: repositories, contributions: contributions, places: places}) AS found
  WITH label, found, CASE label WHEN 'unknown' THEN found ELSE found[..$topics] END AS shown
  RETURN apoc.coll.flatten(collect(shown)) AS interests, sum(size(found) - size(shown)) AS others
}
// include: employers
// include: countries
CALL (d, everywhere) {
  UNWIND everywhere[..$repositories] AS place
  WITH d, place, place.r AS r, place.source AS source, place.corrections AS corrections
  // include: evidence
  // include: domain
  RETURN collect({r: r, domain: domain, n: place.n, source: source, evidence: evidence, evidence_rows: evidence_rows,
                  abouts: CASE WHEN place.abouts = [] THEN ['unknown:topic'] ELSE [x IN place.abouts | x.about.key] END}) AS shown
}
RETURN [{key: d.key, label: 'Developer', title: d.login, size: size(everywhere),
         facts: {repositories: size(everywhere), contributions: reduce(s = 0, p IN everywhere | s + p.n),
                 organizations: organizations, countries: countries, bot: coalesce(d.bot, false)}}]
       + [p IN shown | {key: p.r.key, label: 'Repository', title: p.r.name, size: p.n,
            facts: {project: p.r.project, domain: p.domain, language: p.r.language, openrank_12m: p.r.openrank_12m_sum,
                    contributions: p.n, source: p.source}}]
       + [x IN interests | {key: x.key, label: x.label,
            title: coalesce(x.about.name, 'unknown topics'), size: x.repositories,
            facts: {repositories: x.repositories, contributions: x.contributions, level: x.about.level, taxonomy: x.about.taxonomy,
                    sources: x.told}}] AS nodes,
       [p IN shown | {source: d.key, target: p.r.key, type: 'CONTRIBUTED_TO', weight: p.n, evidence: p.evidence,
            facts: {contributions: p.n, source: p.source, evidence_rows: p.evidence_rows}}]
       + [x IN interests | {source: d.key, target: x.key, weight: x.repositories, evidence: x.places,
            type: x.type,
            facts: {repositories: x.repositories, contributions: x.contributions, evidence_rows: x.repositories}}]
       + apoc.coll.flatten([p IN shown | [x IN interests WHERE x.key IN p.abouts
            | {source: p.r.key, target: x.key, type: x.type, weight: 1,
               facts: {sources: x.told}}]]) AS edges,
       size(everywhere) - size(shown) + others AS left_out

// title: Whom a developer works with, and where
// about: A developer, those who contribute to the same repositories, and these repositories, by the one source that answers for
//   each. Repositories with more developers than the cap say little about two people and are left out. The query `partners`
//   gives the list.
// kind: graph
// param developer: developer login of the developer
// param partners: int = 10 [1..300] how many of the developers, the closest first
// param weight: repositories|strength = repositories what makes two close: repositories in common, or these each over its other developers (Newman 2001)
// param repositories: int = 10 [0..100] how many of the repositories in common to draw, those with most of these partners first
// param activity: any|merged_prs|commits|opened_prs|reviews|opened_issues|issue_comments|review_comments|pushes|activity = any what counts; any is the larger of commits and merged pull requests
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param cap: int = 500 [2..100000] most developers of a repository that counts
// budget: 30 s
// sizes: repositories in common with a partner, and of the developer with any of these; contributions of the developer to a repository
// weights: as chosen, repositories in common or strength; contributions to a repository
// load: ossatlas load github @LOGIN
// example: developer=fzyzcjy
MATCH (me:Developer {key: $developer})
CALL (me) {
  MATCH (me)-[c:CONTRIBUTED_TO]->(r:Repository)
  WHERE left(c.period, 7) >= coalesce($from, '') AND right(c.period, 7) <= coalesce($to, '9999')
  // include: counted
  RETURN DISTINCT r
}
// include: answering_source
CALL (me, r, source, method) {
  WITH me AS d
  // include: work_of_one
  RETURN contributions AS mine, corrections AS my_corrections
}
// include: contributions
WITH me, r, source, mine, my_corrections, collect({d: d, n: contributions, corrections: corrections}) AS team
WHERE 1 < size(team) <= $cap
UNWIND team AS other
WITH me, r, source, mine, my_corrections, other, 1.0 / (size(team) - 1) AS part WHERE other.d <> me
WITH me, other.d AS d, count(*) AS repositories, sum(part) AS strength,
     collect({r: r, source: source, n: other.n, corrections: other.corrections, mine: mine, my_corrections: my_corrections}) AS common
ORDER BY CASE $weight WHEN 'strength' THEN strength ELSE repositories END DESC, strength DESC, toLower(d.login)
WITH me, collect({d: d, common: common, tie: {repositories: repositories, strength: strength}}) AS everyone
WITH me, size(everyone) AS all_partners, everyone[..$partners] AS shown
CALL (shown) {
  UNWIND shown AS one
  UNWIND one.common AS w
  WITH w.r AS r, count(*) AS partners, collect(w)[0] AS told
  // include: domain
  WITH r, domain, partners, told ORDER BY partners DESC, told.mine DESC, r.name
  WITH collect({r: r, domain: domain, partners: partners, source: told.source, mine: told.mine, my_corrections: told.my_corrections}) AS found
  RETURN found[..$repositories] AS places, size(found) AS all_places
}
CALL (me, shown, places) {
  UNWIND [p IN places | {d: me, r: p.r, source: p.source, n: p.mine, corrections: p.my_corrections}]
         + apoc.coll.flatten([one IN shown | [w IN one.common WHERE w.r IN [p IN places | p.r]
             | {d: one.d, r: w.r, source: w.source, n: w.n, corrections: w.corrections}]]) AS w
  WITH w, w.d AS d, w.r AS r, w.source AS source, w.corrections AS corrections
  // include: evidence
  RETURN collect({source: d.key, target: r.key, type: 'CONTRIBUTED_TO', weight: w.n, evidence: evidence,
    facts: {contributions: w.n, source: source, evidence_rows: evidence_rows}}) AS worked
}
CALL (me, shown, all_places) {
  UNWIND [{d: me, tie: {repositories: all_places}}] + shown AS one
  WITH one, one.d AS d
  // include: employers
  // include: countries
  RETURN collect({key: d.key, label: 'Developer', title: d.login, size: one.tie.repositories, community: d.community,
    facts: {repositories: one.tie.repositories, strength: one.tie.strength, organizations: organizations, countries: countries,
            bot: coalesce(d.bot, false)}}) AS people
}
RETURN people + [p IN places | {key: p.r.key, label: 'Repository', title: p.r.name, size: p.mine,
         facts: {project: p.r.project, domain: p.domain, language: p.r.language, openrank_12m: p.r.openrank_12m_sum,
                 contributions: p.mine, partners: p.partners, source: p.source}}] AS nodes,
       [one IN shown | {source: me.key, target: one.d.key, type: 'COLLABORATES_WITH', weight: one.tie[$weight],
          facts: apoc.map.merge(one.tie, {sources: apoc.coll.toSet([w IN one.common | w.source]), evidence_rows: size(one.common)}),
          evidence: [w IN one.common[..24] | {repository: w.r.name, source: w.source, contributions: w.n, contributions_here: w.mine}]}]
       + worked AS edges,
       all_partners - size(shown) + all_places - size(places) AS left_out

// title: The projects around a project
// about: A project, those that it shares most developers with, and the developers who tie them. The strongest ties are
//   sought among twice as many projects and ten more, those with most of its developers. Collaboration, as OpenDigger measures it,
//   is known where the sources count more than commits. One source answers for each project.
// kind: graph
// param repository: repository the repository in the middle, owner/name
// param repositories: int = 10 [1..100] how many of the projects around it, the strongest ties first
// param weight: developers|jaccard|collaboration = developers what makes a tie strong
// param developers: int = 10 [0..300] how many of the developers who tie them to draw, those who tie most first
// param activity: any|merged_prs|commits|opened_prs|reviews|opened_issues|issue_comments|review_comments|pushes|activity = any what counts; any is the larger of commits and merged pull requests
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// budget: 30 s
// sizes: developers that a repository shares with the one in the middle, and of that all; contributions of a developer here
// weights: the tie as chosen: developers in both, their Jaccard index or collaboration; contributions of the developer
// load: ossatlas load github OWNER/NAME
// example: repository=deepseek-ai/DeepEP
MATCH (middle:Repository {key: $repository})
WITH middle, middle AS r
// include: answering_source
// include: domain
// include: work
WITH middle, {r: middle, domain: domain, source: source, method: method} AS here, collect({d: d, n: contributions, a: activity}) AS own
CALL (middle, own) {
  UNWIND range(0, size(own) - 1) AS at
  WITH middle, at, own[at].d AS person
  MATCH (person)-[c:CONTRIBUTED_TO]->(other:Repository)
  WHERE other <> middle AND left(c.period, 7) >= coalesce($from, '') AND right(c.period, 7) <= coalesce($to, '9999')
  // include: counted
  WITH DISTINCT other, at
  WITH other, collect(at) AS who ORDER BY size(who) DESC, other.name
  WITH collect({r: other, who: who}) AS found
  RETURN found[..2 * $repositories + 10] AS candidates, size(found) AS all_others
}
CALL (own, candidates) {
  UNWIND candidates AS candidate
  WITH own, candidate.who AS who, candidate.r AS r
  // include: answering_source
  CALL (own, r, source, method, who) {
    UNWIND who AS at
    WITH own[at] AS one, own[at].d AS d
    // include: work_of_one
    WITH one, d, contributions, CASE WHEN one.a + activity > 0 THEN one.a * activity / (one.a + activity) END AS joint
    ORDER BY one.n + contributions DESC, toLower(d.login)
    RETURN collect({d: d, here: one.n, there: contributions}) AS shared, CASE WHEN count(joint) > 0 THEN sum(joint) END AS collaboration
  }
  WITH own, r, source, method, shared, collaboration, {developers: size(shared), collaboration: collaboration} AS known
  WHERE size(shared) > 0
  // All developers of a project are counted where the order asks for it: that takes longer than all the rest.
  ORDER BY coalesce(known[$weight], -1) DESC, size(shared) DESC, r.name
  LIMIT CASE $weight WHEN 'jaccard' THEN 1000 ELSE $repositories END
  CALL (r, source, method) {
    // include: contributions
    RETURN count(d) AS there
  }
  // include: domain
  WITH r, domain, source, method, shared, {developers: size(shared), collaboration: collaboration,
       jaccard: 1.0 * size(shared) / (size(own) + there - size(shared))} AS tie
  ORDER BY coalesce(tie[$weight], -1) DESC, tie.developers DESC, tie.jaccard DESC, r.name LIMIT $repositories
  RETURN collect({r: r, domain: domain, source: source, method: method, shared: shared, tie: tie}) AS ties
}
CALL (ties) {
  UNWIND ties AS t
  UNWIND t.shared AS one
  WITH one.d AS d, count(*) AS tied, sum(one.there) + max(one.here) AS done
  ORDER BY tied DESC, done DESC, toLower(d.login) LIMIT $developers
  RETURN collect(d) AS tying
}
CALL (here, ties, tying) {
  UNWIND tying AS d
  UNWIND [here] + ties AS place
  WITH d, place.r AS r, place.source AS source, place.method AS method
  // include: work_of_one
  // include: evidence
  RETURN collect({source: d.key, target: r.key, type: 'CONTRIBUTED_TO', weight: contributions, evidence: evidence,
    facts: {contributions: contributions, source: source, evidence_rows: evidence_rows}}) AS worked
}
CALL (tying, worked) {
  UNWIND tying AS d
  // include: employers
  // include: countries
  WITH d, organizations, countries, [w IN worked WHERE w.source = d.key] AS own_work
  RETURN collect({key: d.key, label: 'Developer', title: d.login, size: reduce(s = 0, w IN own_work | s + w.weight),
    facts: {organizations: organizations, countries: countries, repositories: size(own_work), bot: coalesce(d.bot, false)}}) AS people
}
RETURN [{key: middle.key, label: 'Repository', title: middle.name, size: size(own), community: middle.community,
         facts: {project: middle.project, domain: here.domain, language: middle.language,
                 openrank_12m: middle.openrank_12m_sum, developers: size(own), source: here.source}}]
       + [t IN ties | {key: t.r.key, label: 'Repository', title: t.r.name, size: t.tie.developers, community: t.r.community,
            facts: {project: t.r.project, domain: t.domain, language: t.r.language, openrank_12m: t.r.openrank_12m_sum,
                    developers: t.tie.developers, source: t.source}}] + people AS nodes,
       [t IN ties | {source: middle.key, target: t.r.key, type: 'SHARES_DEVELOPERS', weight: coalesce(t.tie[$weight], 0),
          facts: apoc.map.merge(t.tie, {sources: apoc.coll.toSet([here.source, t.source]), evidence_rows: t.tie.developers}),
          evidence: [one IN t.shared[..24] | {developer: one.d.login, contributions: one.there, contributions_here: one.here}]}]
       + worked AS edges,
       all_others - size(ties) AS left_out

// title: How communities changed between two windows
// about: Leiden on the ties of the months before `split`, and on those from it on: each later community with the earlier ones
//   that its projects came from, matched by the Jaccard index of their projects. It `continues` the earlier one that it is
//   most like, where that is also most like it, is a `split` of it where another is more like that one, and is `new` where
//   it has no project of an earlier one; an earlier one that none continues has `ended`. One source answers for each repository.
// kind: table
// param from: month = none first month of the earlier window
// param split: month = 2025-01 first month of the later window
// param to: month = none last month of the later window
// param activity: merged_prs|commits|any = any what makes a developer count; any is the larger of the two
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param cap: int = 50 [2..1000] most repositories that a developer may touch in a window and still count
// param min_developers: int = 1 [1..1000] fewest developers that two repositories must share in a window
// param gamma: float = 1.0 [0.01..10] resolution: higher gives more and smaller communities
// param seed: int = 42 [0..1000000] seed of the random choices
// param limit: int = 200 [1..10000] most rows to return
// returns after: int number of the later community, 1 is the largest; none where an earlier one ended
// returns before: int number of the earlier community that it is most like, none where it is new
// returns what: str continues, split, new or ended
// returns jaccard: float projects in both, of those in either, 0..1; none where it is new or ended
// returns projects: int projects of the later one, or of the one that ended
// returns top: list[str] up to five of these, by strength of their ties
// returns came: list[str] up to five that were elsewhere before, or had no tie
// returns left: list[str] up to five of the earlier one that are elsewhere now, or have no tie any more
// returns ari: float adjusted Rand index of the two partitions, over projects in both, at most 1
// returns nmi: float normalised mutual information of the two, 0..1
// returns sources: list[str] sources that answered
// budget: 60 s
// projection: from=ties_of_two_windows orientation=undirected properties=before,after
// load: ossatlas load github OWNER/NAME
// example: from=2024-01 split=2025-01 to=2025-12
UNWIND ['before', 'after'] AS window
CALL (window) {
  CALL gds.degree.stream($graph, {relationshipWeightProperty: window, concurrency: 1}) YIELD nodeId, score
  WITH apoc.map.fromPairs(collect([toString(nodeId), score])) AS strengths, sum(score) AS all
  WITH strengths WHERE all > 0  // Leiden fails where nothing weighs
  CALL gds.leiden.stream($graph, {relationshipWeightProperty: window, gamma: $gamma, randomSeed: $seed, concurrency: 1})
  YIELD nodeId, communityId
  WITH gds.util.asNode(nodeId) AS r, communityId, strengths[toString(nodeId)] AS strength WHERE strength > 0
  WITH communityId, r, strength ORDER BY strength DESC, r.key
  WITH communityId, collect(r) AS members ORDER BY size(members) DESC, members[0].key
  WITH collect(members) AS communities
  RETURN [n IN range(1, size(communities)) | {number: n, members: communities[n - 1]}] AS found
}
WITH collect(found) AS windows
WITH windows[0] AS earlier, windows[1] AS later
CALL (earlier, later) {
  CALL (earlier, later) {
    UNWIND earlier AS e UNWIND e.members AS r
    RETURN r, e.number AS before, size(e.members) AS earlier_size, null AS after, null AS later_size
    UNION ALL
    UNWIND later AS l UNWIND l.members AS r
    RETURN r, null AS before, null AS earlier_size, l.number AS after, size(l.members) AS later_size
  }
  WITH r, max(before) AS before, max(after) AS after, max(earlier_size) + max(later_size) AS sizes WHERE sizes IS NOT NULL
  WITH after, before, sizes, count(*) AS both
  RETURN collect({after: after, before: before, both: both, jaccard: 1.0 * both / (sizes - both)}) AS meetings,
         collect({community: after, domain: toString(before), n: both}) AS cells
}
// include: agreement
CALL (meetings) {
  UNWIND meetings AS m WITH m ORDER BY m.jaccard DESC, m.before
  WITH m.after AS community, collect(m)[0] AS best
  RETURN apoc.map.fromPairs(collect([toString(community), best])) AS best_of_later
}
CALL (meetings) {
  UNWIND meetings AS m WITH m ORDER BY m.jaccard DESC, m.after
  WITH m.before AS community, collect(m)[0] AS best
  RETURN apoc.map.fromPairs(collect([toString(community), best])) AS best_of_earlier
}
CALL (earlier, later, best_of_later, best_of_earlier) {
  UNWIND later AS l
  WITH l, best_of_later[toString(l.number)] AS best, best_of_earlier
  RETURN l.number AS after, best.before AS before, best.jaccard AS jaccard, l.members AS members,
         CASE WHEN best IS NULL THEN 'new'
              WHEN best_of_earlier[toString(best.before)].after = l.number THEN 'continues' ELSE 'split' END AS what
  UNION ALL
  UNWIND earlier AS e
  WITH e, best_of_later[toString(best_of_earlier[toString(e.number)].after)] AS back
  WHERE back IS NULL OR back.before <> e.number
  RETURN null AS after, e.number AS before, null AS jaccard, e.members AS members, 'ended' AS what
}
WITH *, CASE WHEN what <> 'ended' AND before IS NOT NULL THEN earlier[before - 1].members ELSE [] END AS old
CALL (members) {
  UNWIND members AS r
  // include: answering_source
  WITH source WHERE source IS NOT NULL
  RETURN apoc.coll.sort(collect(DISTINCT source)) AS sources
}
RETURN after, before, what, jaccard, size(members) AS projects, [r IN members[..5] | r.name] AS top,
       CASE WHEN what <> 'ended' THEN [r IN members WHERE NOT r IN old | r.name][..5] END AS came,
       CASE WHEN what <> 'ended' THEN [r IN old WHERE NOT r IN members | r.name][..5] END AS left, ari, nmi, sources
ORDER BY after IS NULL, after, before LIMIT $limit

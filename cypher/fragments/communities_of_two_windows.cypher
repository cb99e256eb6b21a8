// Communities by Leiden on the ties `before` and `after` of the projection, the later ones matched with the earlier ones by
// the Jaccard index of their members, with the `modularity` of both: what became of each (`what`), who `came` and who `left`, up to five names.
UNWIND ['before', 'after'] AS window
CALL (window) {
  CALL gds.degree.stream($graph, {relationshipWeightProperty: window, concurrency: 1}) YIELD nodeId, score
  WITH apoc.map.fromPairs(collect([toString(nodeId), score])) AS strengths, sum(score) AS all
  WITH strengths WHERE all > 0  // Leiden fails where nothing weighs
  CALL gds.leiden.mutate($graph, {
    mutateProperty: window, relationshipWeightProperty: window, gamma: $gamma, randomSeed: $seed, concurrency: 1
  }) YIELD modularity
  CALL gds.graph.nodeProperty.stream($graph, window) YIELD nodeId, propertyValue AS communityId
  WITH gds.util.asNode(nodeId) AS r, communityId, strengths[toString(nodeId)] AS strength, modularity WHERE strength > 0
  WITH communityId, r, strength, modularity ORDER BY strength DESC, r.key
  WITH communityId, modularity, collect(r) AS members ORDER BY size(members) DESC, members[0].key
  WITH collect(members) AS communities, max(modularity) AS modularity
  RETURN [n IN range(1, size(communities)) | {number: n, members: communities[n - 1]}] AS found, modularity
}
WITH collect(found) AS windows, collect({modularity: modularity}) AS quality
WITH windows[0] AS earlier, windows[1] AS later, [q IN quality | q.modularity] AS modularity
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
// Collected and taken apart: what follows carries no list of all communities, which would count once for each row.
WITH ari, nmi, modularity, collect({after: after, before: before, what: what, jaccard: jaccard, members: members,
     came: CASE WHEN what <> 'ended' THEN [r IN members WHERE NOT r IN old | coalesce(r.login, r.name)][..5] END,
     left: CASE WHEN what <> 'ended' THEN [r IN old WHERE NOT r IN members | coalesce(r.login, r.name)][..5] END}) AS changes
UNWIND changes AS c
WITH c.after AS after, c.before AS before, c.what AS what, c.jaccard AS jaccard, c.members AS members, c.came AS came,
     c.left AS left, ari, nmi, modularity

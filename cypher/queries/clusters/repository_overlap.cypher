// title: Which projects share developers
// about: Pairs of repositories by the developers that they share, with Jaccard index and lift over chance, as the last
//   run of the measure `shared-ties` stored them.
// kind: table
// param repository: repository = none only pairs with this repository, owner/name
// param by: developers|strength|jaccard|lift|collaboration = developers what to order by
// param min_developers: int = 2 [1..100000] fewest shared developers
// param limit: int = 50 [1..10000] most rows to return
// returns left: str one repository
// returns right: str the other repository
// returns developers: int developers in both
// returns jaccard: float developers in both, of those in either, 0..1
// returns lift: float developers in both, over what chance would give
// returns strength: float each shared developer counts one over the number of their other repositories (Newman 2001)
// returns collaboration: float sum over them of a·b / (a + b), a and b their activity in the two (OpenDigger), no unit; none where sources do not tell it
// returns examples: list[str] up to five of them, the most active first
// returns sources: list[str] sources that answered for the two
// needs: shared-ties
// example: repository=vllm-project/vllm
CALL () {
  MATCH (a:Repository {key: $repository})-[t:SHARES_DEVELOPERS]-(b:Repository)
  RETURN a, t, b
  UNION
  UNWIND CASE WHEN $repository IS NULL THEN [true] ELSE [] END AS all_of_them
  MATCH (a:Repository)-[t:SHARES_DEVELOPERS]->(b:Repository)
  RETURN a, t, b
}
WITH a, t, b WHERE t.developers >= $min_developers
RETURN a.name AS left, b.name AS right, t.developers AS developers, t.jaccard AS jaccard, t.lift AS lift, t.strength AS strength,
       t.collaboration AS collaboration, t.examples AS examples, t.sources AS sources
ORDER BY coalesce(t[$by], 0) DESC, developers DESC, left, right LIMIT $limit

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
// returns modularity_before: float modularity of the earlier partition on its ties at this `gamma`, at most 1; none without ties
// returns modularity_after: float the same of the later partition
// returns sources: list[str] sources that answered
// budget: 300 s
// projection: from=ties_of_two_windows orientation=undirected properties=before,after
// load: ossatlas load github OWNER/NAME
// example: from=2024-01 split=2025-01 to=2025-12
// include: communities_of_two_windows
CALL (members) {
  UNWIND members AS r
  // include: answering_source
  WITH source WHERE source IS NOT NULL
  RETURN apoc.coll.sort(collect(DISTINCT source)) AS sources
}
RETURN after, before, what, jaccard, size(members) AS projects, [r IN members[..5] | r.name] AS top, came, left, ari, nmi,
       modularity[0] AS modularity_before, modularity[1] AS modularity_after, sources
ORDER BY after IS NULL, after, before LIMIT $limit

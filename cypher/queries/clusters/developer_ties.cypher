// title: Ties between developers by shared repositories
// about: For each pair of developers the repositories that both contributed to. Those in a single repository are tied by it
//   to one another and to nobody else: developers count from `reach` repositories on, and up to `widest`, for serial fixers
//   of typing errors tie all to all. A repository with more of these than the cap says little about two of them and
//   ties nobody. One source answers for each repository.
// kind: metric
// param activity: merged_prs|commits|any = any what makes a developer count
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param reach: int = 2 [1..1000] fewest repositories that a developer has to touch to count
// param widest: int = 50 [1..10000] most repositories that a developer may touch and still count
// param cap: int = 50 [2..10000] most developers of a repository, of those who count, between whom it still makes ties
// param min_repositories: int = 1 [1..1000] fewest common repositories of a tie; 3 where there are hundreds of thousands of developers
// returns start: str key of the first developer
// returns end: str key of the second developer
// returns repositories: int repositories in common that make ties
// returns jaccard: float repositories in common, of all those of either, 0..1
// returns strength: float each common repository counts one over its other developers who count (Newman 2001)
// returns collaboration: float sum over them of a·b / (a + b), a and b the activity of the two (OpenDigger), no unit; none where sources do not tell it
// returns examples: list[str] up to five of the common repositories, by name
// returns from: str first month of the window, none where none was asked for
// returns to: str last month of the window, none where none was asked for
// returns sources: list[str] sources that answered for these repositories
// writes: COLLABORATES_WITH {repositories, jaccard, strength, collaboration, examples, sources, from, to}
// example: cap=30
MATCH (r:Repository)
// include: answering_source
WITH r, source, method WHERE source IS NOT NULL
// include: work
// Lists and not maps, of values that rows share: there may be millions.
WITH d, collect([r.name, source, activity]) AS worked
WHERE $reach <= size(worked) <= $widest
WITH collect([d.key, worked]) AS people
CALL (people) {
  UNWIND range(0, size(people) - 1) AS at
  UNWIND people[at][1] AS work
  WITH work[0] AS name, collect([at, work[2]]) AS there
  WHERE 1 < size(there) <= $cap
  RETURN apoc.map.fromPairs(collect([name, there])) AS places
}
UNWIND people AS person
CALL (people, places, person) { // one developer after another, so that memory holds the ties of one
  UNWIND person[1] AS work
  WITH work, places[work[0]] AS there WHERE there IS NOT NULL
  WITH work, there, 1.0 / (size(there) - 1) AS part
  UNWIND there AS one
  WITH people[one[0]] AS other, work, part,
       CASE WHEN work[2] + one[1] > 0 THEN work[2] * one[1] / (work[2] + one[1]) END AS joint
  WHERE person[0] < other[0]
  ORDER BY work[0]
  WITH other, count(*) AS repositories, sum(part) AS strength,
       CASE WHEN count(joint) > 0 THEN sum(joint) END AS collaboration, collect(work[0])[..5] AS examples,
       collect(DISTINCT work[1]) AS answered
  WHERE repositories >= $min_repositories
  RETURN other[0] AS end, size(other[1]) AS theirs, repositories, strength, collaboration, examples, answered
}
RETURN person[0] AS start, end, repositories,
       1.0 * repositories / (size(person[1]) + theirs - repositories) AS jaccard, strength, collaboration, examples,
       $from AS from, $to AS to, apoc.coll.sort(answered) AS sources
ORDER BY repositories DESC, start, end

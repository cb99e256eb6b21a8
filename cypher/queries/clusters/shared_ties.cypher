// title: Ties between repositories by shared developers
// about: For each pair of repositories the developers who contributed to both, their Jaccard index, their lift over
//   chance, and their collaboration as OpenDigger measures it. Developers who touch more repositories than the cap (serial fixers of typing errors, mostly) tie everything
//   to everything and are left out. One source answers for each repository.
// kind: metric
// param activity: merged_prs|commits|any = any what makes a developer count
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param cap: int = 50 [2..1000] most repositories that a developer may touch and still count
// param min_developers: int = 1 [1..1000] fewest shared developers of a tie; 2 where there are very many repositories
// returns start: str key of the first repository
// returns end: str key of the second repository
// returns developers: int developers in both
// returns jaccard: float developers in both, of those in either, 0..1
// returns lift: float developers in both, over what chance would give
// returns strength: float each shared developer counts one over the number of their other repositories (Newman 2001)
// returns collaboration: float sum over them of a·b / (a + b), a and b their activity in the two (OpenDigger), no unit; none where sources do not tell it
// returns examples: list[str] up to five of them, the most active first
// returns from: str first month of the window, none where none was asked for
// returns to: str last month of the window, none where none was asked for
// returns sources: list[str] sources that answered for the pair
// writes: SHARES_DEVELOPERS {developers, jaccard, lift, strength, collaboration, examples, sources, from, to}
// example: cap=50
MATCH (r:Repository)
// include: answering_source
WITH r, source, method, r.key AS key WHERE source IS NOT NULL
// include: work
// Lists and not maps, of values that rows share: there may be millions.
WITH d, collect([key, contributions, source, activity]) AS worked
WHERE size(worked) <= $cap
WITH collect([d.login, worked]) AS people, count(d) AS everyone
CALL (people) {
  UNWIND people AS person UNWIND person[1] AS work
  WITH work[0] AS key, count(*) AS developers
  RETURN apoc.map.fromPairs(collect([key, developers])) AS sizes
}
CALL (people) {
  UNWIND range(0, size(people) - 1) AS at
  WITH people, at WHERE size(people[at][1]) > 1
  UNWIND people[at][1] AS work
  WITH work[0] AS start, collect([at, work[1], work[2], work[3]]) AS there
  RETURN start, there
}
CALL (people, start, there) { // one repository after another, so that memory holds the ties of one
  UNWIND there AS one
  WITH start, one[1] AS n, one[2] AS source, one[3] AS a, people[one[0]] AS person
  WITH start, n, source, a, person[0] AS login, person[1] AS worked, 1.0 / (size(person[1]) - 1) AS part
  UNWIND worked AS other
  WITH login, n + other[1] AS n, source, other[0] AS end, other[2] AS end_source, part,
       CASE WHEN a + other[3] > 0 THEN a * other[3] / (a + other[3]) END AS joint
  WHERE start < other[0]
  ORDER BY n DESC, login
  WITH end, count(*) AS developers, sum(part) AS strength,
       CASE WHEN count(joint) > 0 THEN sum(joint) END AS collaboration, collect(login)[..5] AS examples,
       collect(DISTINCT source) + collect(DISTINCT end_source) AS answered
  WHERE developers >= $min_developers
  RETURN end, developers, strength, collaboration, examples, answered
}
RETURN start, end, developers,
       1.0 * developers / (sizes[start] + sizes[end] - developers) AS jaccard,
       1.0 * developers * everyone / (sizes[start] * sizes[end]) AS lift,
       strength, collaboration, examples, $from AS from, $to AS to, apoc.coll.sort(apoc.coll.toSet(answered)) AS sources
ORDER BY developers DESC, start, end

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
// returns start: str key of the first developer
// returns end: str key of the second developer
// returns repositories: int repositories in common that make ties
// returns jaccard: float repositories in common, of all those of either, 0..1
// returns strength: float each common repository counts one over its other developers who count (Newman 2001)
// returns examples: list[str] up to five of the common repositories, by name
// returns from: str first month of the window, none where none was asked for
// returns to: str last month of the window, none where none was asked for
// returns sources: list[str] sources that answered for these repositories
// writes: COLLABORATES_WITH {repositories, jaccard, strength, examples, sources, from, to}
// example: cap=30
MATCH (r:Repository)
// include: answering_source
WITH r, source, method WHERE source IS NOT NULL
// include: contributions
WITH d, collect({name: r.name, source: source}) AS worked
WHERE $reach <= size(worked) <= $widest
UNWIND worked AS work
WITH work.name AS name, work.source AS source, collect({key: d.key, all: size(worked)}) AS people
WHERE 1 < size(people) <= $cap
UNWIND people AS first UNWIND people AS second
WITH name, source, people, first, second WHERE first.key < second.key
ORDER BY name
WITH first.key AS start, second.key AS end, first.all AS one, second.all AS other, count(*) AS repositories,
     sum(1.0 / (size(people) - 1)) AS strength, collect(name)[..5] AS examples, collect(DISTINCT source) AS answered
RETURN start, end, repositories, 1.0 * repositories / (one + other - repositories) AS jaccard, strength, examples,
       $from AS from, $to AS to, apoc.coll.sort(answered) AS sources
ORDER BY repositories DESC, start, end

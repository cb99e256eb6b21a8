// title: Developers who work on several of these projects
// about: Developers with contributions in at least so many of the repositories, with what they did in each, where they
//   work and where they live. One source answers for each repository and is named; sources are never added up. `weight`
//   says how much a developer ties the repositories together, and who comes first: `total` adds up the contributions,
//   `collaboration` adds a·b/(a + b) of these counts for each two of the repositories (large where both were worked in; OpenDigger's,
//   where `activity=activity` takes its weighted activity for a and b), and `strength`
//   gives each two 1/(k − 1), k being all repositories with such contributions of the developer (Newman 2001: those who touch everything tie
//   little). Jaccard and lift are of a pair of repositories: `repository-overlap` has them.
// kind: table
// param repositories: list[repository] [2..20] repositories to compare, owner/name
// param at_least: int = 2 [2..20] in how many of them a developer must have contributed
// param all: bool = false whether a developer must have contributed to every one of them
// param activity: merged_prs|commits|opened_prs|reviews|merged_others|opened_issues|closed_issues|issue_comments|review_comments|pushes|stars|any|activity = merged_prs
//   what counts; any is the larger of merged_prs and commits in each period, activity OpenDigger's weighted sum
// param weight: total|collaboration|strength = total what `weight` is
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param limit: int = 1000 [1..10000] most rows to return
// returns developer: str login of the developer
// returns repositories: list[str] those of the repositories that the developer contributed to
// returns contributions: list[float] contributions in each of these repositories, in the same order
// returns total: float contributions in all of them
// returns weight: float how much the developer ties them together, as asked for
// returns organizations: list[str] employers or universities, none where unknown
// returns countries: list[str] countries stated, none where unknown
// returns sources: list[str] the source that answered for each of these repositories
// load: ossatlas load github OWNER/NAME
// example: repositories=deepseek-ai/DeepEP,deepseek-ai/DeepGEMM
UNWIND range(0, size($repositories) - 1) AS position
MATCH (r:Repository {key: $repositories[position]})
// include: answering_source
// include: counts_or_activity
WITH d, r, position, contributions, source + CASE WHEN corrections > 0 THEN ' + corrections' ELSE '' END AS source
ORDER BY position
WITH d, collect(r.name) AS repositories, collect(contributions) AS contributions, collect(source) AS sources
WHERE size(repositories) >= CASE WHEN $all THEN size($repositories) ELSE $at_least END
// include: employers
// include: countries
RETURN d.login AS developer, repositories, contributions,
       reduce(sum = 0, n IN contributions | sum + n) AS total,
       CASE $weight
         WHEN 'total' THEN toFloat(reduce(sum = 0, n IN contributions | sum + n))
         WHEN 'collaboration' THEN reduce(sum = 0.0, i IN range(0, size(contributions) - 2) | sum
           + reduce(part = 0.0, n IN contributions[i + 1..] | part + 1.0 * n * contributions[i] / (n + contributions[i])))
         ELSE size(contributions) * (size(contributions) - 1) / 2.0
              / (COUNT {
                MATCH (d)-[c:CONTRIBUTED_TO]->(o:Repository) WHERE true
                // include: counted
                RETURN DISTINCT o } - 1) END AS weight,
       organizations, countries, sources
ORDER BY size(repositories) DESC, weight DESC, total DESC, toLower(developer)
LIMIT $limit

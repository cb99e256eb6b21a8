// title: What these projects share, by combination
// about: For each combination of two to six projects the developers who contributed to all of these and to no other of them, with
//   their employers and countries, unknown ones counted. One source answers for each repository; sources are never added up.
// kind: table
// param repositories: list[repository] [2..6] repositories to compare, owner/name
// param activity: merged_prs|commits|opened_prs|reviews|merged_others|opened_issues|closed_issues|issue_comments|review_comments|pushes|stars|any = merged_prs
//   what counts; any is the larger of merged_prs and commits in each period
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param limit: int = 63 [1..63] most combinations to return
// returns repositories: list[str] the combination
// returns developers: int developers who contributed to all of these and to no other
// returns totals: list[int] developers of each of these repositories, in the same order, whether or not in others
// returns logins: list[str] up to ten of the developers, the most active first
// returns organizations: list[str] up to three employers with how many, the most frequent first; unknown last
// returns countries: list[str] up to three countries with how many, the most frequent first; unknown last
// returns sources: list[str] the source that answered for each of these repositories
// load: ossatlas load github OWNER/NAME
// example: repositories=deepseek-ai/DeepEP,deepseek-ai/DeepGEMM
UNWIND range(0, size($repositories) - 1) AS position
MATCH (r:Repository {key: $repositories[position]})
// include: answering_source
// include: contributions
WITH d, r, position, contributions, source ORDER BY position
WITH d, collect(r.name) AS repositories, sum(contributions) AS made, collect(source) AS sources
// include: employers
// include: countries
WITH repositories, sources, d, made, organizations, countries ORDER BY made DESC, toLower(d.login)
WITH repositories, sources, collect({login: d.login, organizations: organizations, countries: countries}) AS people
WITH collect({repositories: repositories, sources: sources, people: people}) AS sets
UNWIND sets AS one
WITH sets, one, apoc.coll.frequencies(apoc.coll.flatten([p IN one.people | p.organizations])) AS employers,
     apoc.coll.frequencies(apoc.coll.flatten([p IN one.people | p.countries])) AS places
RETURN one.repositories AS repositories, size(one.people) AS developers,
       [name IN one.repositories | reduce(sum = 0, s IN sets | sum + CASE WHEN name IN s.repositories THEN size(s.people) ELSE 0 END)] AS totals,
       [p IN one.people[..10] | p.login] AS logins,
       [x IN apoc.coll.sortMaps(employers, 'count')[..3] | x.item + ' ' + toString(x.count)]
       + ['unknown ' + toString(size([p IN one.people WHERE p.organizations = []]))] AS organizations,
       [x IN apoc.coll.sortMaps(places, 'count')[..3] | x.item + ' ' + toString(x.count)]
       + ['unknown ' + toString(size([p IN one.people WHERE p.countries = []]))] AS countries, one.sources AS sources
ORDER BY size(repositories) DESC, developers DESC, repositories LIMIT $limit

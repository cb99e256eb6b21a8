// title: Where a project's developers work and live
// about: Organizations and countries of the developers of one or several repositories. Those who state nothing, or
//   nothing that can be read, are counted as unknown and stay in the denominator. A developer who names several
//   counts in each; `only_here` counts those who name no other.
// kind: table
// param repositories: list[repository] [1..200] the repositories, owner/name
// param by: organization|country|both = both what to count
// param activity: merged_prs|commits|any = any what makes a developer count
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository, and whose affiliations count
// param bots: bool = false whether machine accounts count
// param limit: int = 1000 [1..10000] most rows to return
// returns by: str organization or country
// returns name: str its name, or unknown
// returns kind: str company, university, foundation, community, unknown or country
// returns developers: int developers
// returns only_here: int of these, developers who name no other
// returns share: float of all developers, 0..1
// returns contributions: int what they contributed
// returns all_developers: int the denominator: all developers of the repositories
// returns logins: list[str] their logins, the most active first
// returns sources: list[str] the sources that answered for the repositories
// load: ossatlas load github OWNER/NAME
// example: repositories=deepseek-ai/DeepEP
UNWIND $repositories AS key
MATCH (r:Repository {key: key})
// include: answering_source
// include: contributions
WITH d, sum(contributions) AS contributions, collect(DISTINCT source) + collect(DISTINCT CASE WHEN corrections > 0 THEN 'corrections' END) AS answered
// include: employers
// include: countries
WITH d, contributions, answered, countries,
     [x IN affiliations WHERE x.name IS NOT NULL | {name: x.name, kind: x.kind}] AS employers
ORDER BY contributions DESC, toLower(d.login)
WITH collect({login: d.login, contributions: contributions, countries: countries, employers: employers}) AS people,
     count(d) AS all_developers, collect(answered) AS answers
WITH people, all_developers, reduce(all = [], a IN answers | all + [s IN a WHERE NOT s IN all]) AS sources
UNWIND CASE $by WHEN 'both' THEN ['organization', 'country'] ELSE [$by] END AS by
UNWIND people AS person
WITH by, all_developers, sources, person,
     CASE by WHEN 'organization' THEN person.employers
             ELSE [c IN person.countries | {name: c, kind: 'country'}] END AS named
UNWIND CASE WHEN size(named) = 0 THEN [{name: 'unknown', kind: 'unknown'}] ELSE named END AS place
WITH by, place.name AS name, coalesce(place.kind, 'unknown') AS kind, all_developers, sources,
     count(*) AS developers, sum(CASE WHEN size(named) < 2 THEN 1 ELSE 0 END) AS only_here,
     sum(person.contributions) AS contributions, collect(person.login) AS logins
RETURN by, name, kind, developers, only_here, 1.0 * developers / all_developers AS share, contributions,
       all_developers, logins, sources
ORDER BY by DESC, name = 'unknown', developers DESC, contributions DESC, name
LIMIT $limit

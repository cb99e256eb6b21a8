// title: Who went from one project to another
// about: Developers whose main project (most contributions) is another one in the second period than in the first, as flows
//   between projects. Those who stayed are counted as flows of a project to itself when asked for. A project whose source does not
//   reach into both periods is left out and named among the gaps: from where a history ends, nobody can be seen to go.
// kind: table
// param repositories: list[repository] = none [2..200] the repositories, owner/name; those of the landscape when absent
// param first: period = 2024-01..2024-12 the first period
// param second: period = 2025-01..2025-12 the second period, after the first
// param stayed: bool = false whether to show those who stayed as well
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two in each period
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param limit: int = 100 [1..10000] most rows to return
// returns from_repository: str main project of the first period
// returns to_repository: str main project of the second period
// returns developers: int developers who went
// returns examples: list[str] up to five of them, by what they contributed afterwards
// returns from_all: int developers who went from there, to wherever: of all flows, also those that are not returned
// returns to_all: int developers who came there, from wherever
// returns flows: int flows between any two projects, also those that are not returned
// returns sources: list[str] sources that answered
// budget: 60 s
// load: ossatlas load github OWNER/NAME
// example: limit=20
// include: asked_or_classified
// include: source_of_both
MATCH (d:Developer)-[c:CONTRIBUTED_TO {source: source}]->(r) WHERE size(c.period) = 7 AND ($bots OR NOT coalesce(d.bot, false))
WITH d, r, source, CASE WHEN left($first, 7) <= c.period <= right($first, 7) THEN 1
                        WHEN left($second, 7) <= c.period <= right($second, 7) THEN 2 END AS side,
// include: activity_value
AS value
WHERE side IS NOT NULL AND value > 0
WITH d, side, r, source, sum(value) AS made ORDER BY made DESC, r.name
WITH d, side, collect({name: r.name, made: made, source: source})[0] AS main
WITH d, collect({side: side, main: main}) AS mains WHERE size(mains) = 2
WITH d, [m IN mains WHERE m.side = 1 | m.main][0] AS one, [m IN mains WHERE m.side = 2 | m.main][0] AS two
WHERE $stayed OR one.name <> two.name
WITH one, two, d ORDER BY two.made DESC, toLower(d.login)
WITH one.name AS source, two.name AS target, count(d) AS developers, collect(d.login)[..5] AS examples,
     apoc.coll.toSet(collect(one.source) + collect(two.source)) AS sources
WITH source, sum(developers) AS gone,
     collect({target: target, developers: developers, examples: examples, sources: sources}) AS outward
UNWIND outward AS flow
WITH flow.target AS target, sum(flow.developers) AS come, collect({source: source, gone: gone, flow: flow}) AS inward
WITH collect({target: target, come: come, inward: inward}) AS towards, sum(size(inward)) AS flows
UNWIND towards AS to
UNWIND to.inward AS from
RETURN from.source AS from_repository, to.target AS to_repository, from.flow.developers AS developers,
       from.flow.examples AS examples, from.gone AS from_all, to.come AS to_all, flows, from.flow.sources AS sources
ORDER BY developers DESC, from_repository, to_repository LIMIT $limit

// title: Who bridges two sets of projects
// about: Developers who contribute to projects of both sets: two domains, the projects that two organizations own, or two
//   communities of the measure `leiden`. Name two of one kind. Most on the weaker side first. Who works in
//   one project alone is no bridge, also where that project is of both sets.
// kind: table
// one_of: domains, organizations, communities
// param domains: list[domain] = none [2..2] two domains
// param organizations: list[organization] = none [2..2] two organizations
// param communities: list[int] = none [2..2] two communities, by their numbers
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two in each period
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param limit: int = 100 [1..10000] most rows to return
// returns developer: str login of the developer
// returns first: int contributions to the first set
// returns second: int contributions to the second set
// returns first_repositories: list[str] where in the first set, most first
// returns second_repositories: list[str] where in the second set, most first
// returns organizations: list[str] employers or universities, none where unknown
// returns sources: list[str] sources that answered
// load: ossatlas load github OWNER/NAME
// example: domains="Agent Framework,Serving" limit=20
UNWIND [0, 1] AS side
CALL (side) {
  WITH side WHERE $domains IS NOT NULL
  MATCH (:Domain {key: $domains[side]})<-[:PART_OF*0..3]-(:Domain)<-[:IN_DOMAIN]-(r:Repository) RETURN r
  UNION
  WITH side WHERE $organizations IS NOT NULL
  MATCH (:Organization {key: $organizations[side]})-[:OWNS]->(r:Repository) RETURN r
  UNION
  WITH side WHERE $communities IS NOT NULL
  MATCH (r:Repository) WHERE r.community = $communities[side] RETURN r
}
WITH DISTINCT side, r
// include: answering_source
// include: contributions
WITH d, side, r, source, contributions ORDER BY contributions DESC, r.name
WITH d, side, sum(contributions) AS made, collect(r.name) AS names, collect(source) AS told
WITH d, collect({side: side, made: made, names: names}) AS sides, collect(told) AS told WHERE size(sides) = 2
  AND size(apoc.coll.toSet(sides[0].names + sides[1].names)) > 1
WITH d, sides, apoc.coll.toSet(apoc.coll.flatten(told)) AS sources,
     CASE WHEN sides[0].side = 0 THEN sides[0] ELSE sides[1] END AS one, CASE WHEN sides[0].side = 0 THEN sides[1] ELSE sides[0] END AS two
// include: employers
RETURN d.login AS developer, one.made AS first, two.made AS second, one.names AS first_repositories,
       two.names AS second_repositories, organizations, sources
ORDER BY CASE WHEN first < second THEN first ELSE second END DESC, first + second DESC, toLower(developer) LIMIT $limit

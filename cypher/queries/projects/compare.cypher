// title: Projects side by side
// about: Two to six projects: mean OpenRank of the last twelve months that a source has and its growth (last three months over
//   the three before), stars, who founded and who owns them, contributors (developers with what counts, by the one source
//   that answers), participants where published, employers and countries of contributors with the unknown ones counted;
//   the table names the developers at the top too.
// kind: table
// param repositories: list[repository] [2..6] the repositories, owner/name
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two in each period
// param from: month = none first month of the window of contributions
// param to: month = none last month of the window of contributions
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param metric: str = openrank the measure
// param preset: str = none definition and version of the measure; one for all, that which most of them have, when absent
// param limit: int = 6 [1..6] most rows to return
// returns repository: str owner/name
// returns domains: list[str] its domains in the landscape
// returns openrank: float mean of the months with a value among the last twelve of the series, none where no source has one
// returns preset: str definition and version of the measure, one for all
// returns growth: float mean of the last three months over the mean of the three before, less 1; none where one of the six months is missing
// returns stars: int stars at the last reading, none where unknown
// returns stars_source: str the source of these; of several of the same month the first by name
// returns founded_by: list[str] who founded it
// returns owners: list[str] organizations whose account owns it
// returns contributors: int developers with contributions
// returns participants: int participants at the last publication, none where unknown
// returns participants_source: str the source of these; of several of the same month the first by name
// returns organizations: list[str] employers of contributors with how many, the most frequent first; unknown last
// returns countries: list[str] countries of contributors with how many, the most frequent first; unknown last
// returns key_developers: list[str] up to five developers with most contributions, with employers where known
// returns sources: list[str] sources that answered: for the contributors, the series, the stars and the participants
// budget: 60 s
// load: ossatlas load opendigger OWNER/NAME --metrics openrank
// example: repositories=vllm-project/vllm,sgl-project/sglang
MATCH (r:Repository) WHERE r.key IN $repositories
WITH collect(r) AS members
OPTIONAL CALL (members) {
  // include: one_scale
  RETURN scale
}
UNWIND members AS r
OPTIONAL CALL (r, scale) {
  // include: monthly_series
  WITH source AS series_source, points, last(points).at AS at
  WITH series_source, [p IN points WHERE at - 12 < p.at | p.value] AS values,
       [p IN points WHERE at - 3 < p.at | p.value] AS now, [p IN points WHERE at - 6 < p.at <= at - 3 | p.value] AS before
  RETURN series_source, reduce(s = 0.0, v IN values | s + v) / size(values) AS openrank,
         CASE WHEN size(now) = 3 AND size(before) = 3 AND any(v IN before WHERE v > 0)
              THEN reduce(s = 0.0, v IN now | s + v) / reduce(s = 0.0, v IN before | s + v) - 1 END AS growth
}
CALL (r) {
  OPTIONAL MATCH (r)-[m:MEASURED]->() WHERE m.metric IN ['stars', 'participants']
  WITH m ORDER BY right(m.period, 7) DESC, m.source, m.preset, m.value DESC
  WITH collect(m) AS readings
  WITH head([m IN readings WHERE m.metric = 'stars']) AS starred, head([m IN readings WHERE m.metric = 'participants']) AS taking_part
  RETURN toInteger(starred.value) AS stars, starred.source AS stars_source,
         toInteger(taking_part.value) AS participants, taking_part.source AS participants_source
}
// include: answering_source
CALL (r, source, method) {
  OPTIONAL CALL (r, source, method) {
    // include: contributions
    RETURN d, contributions
  }
  OPTIONAL CALL (d) {
    WITH d WHERE d IS NOT NULL
    // include: employers
    // include: countries
    RETURN organizations, countries
  }
  WITH d, contributions, organizations, countries ORDER BY contributions DESC, toLower(d.login)
  WITH [x IN collect({d: d, organizations: organizations, countries: countries}) WHERE x.d IS NOT NULL] AS people
  RETURN size(people) AS contributors, people[..5] AS leading,
         apoc.coll.frequencies(apoc.coll.flatten([x IN people | x.organizations])) AS employers,
         apoc.coll.frequencies(apoc.coll.flatten([x IN people | x.countries])) AS places,
         size([x IN people WHERE x.organizations = []]) AS no_employer, size([x IN people WHERE x.countries = []]) AS no_place
}
RETURN r.name AS repository,
       COLLECT { MATCH (r)-[:IN_DOMAIN]->(:Domain)-[:PART_OF*0..2]->(d:Domain {level: 'domain'}) RETURN DISTINCT d.name ORDER BY d.name } AS domains,
       openrank, scale AS preset, growth, stars, stars_source,
       COLLECT { MATCH (r)-[:FOUNDED_BY]->(o:Organization) RETURN DISTINCT o.name ORDER BY o.name } AS founded_by,
       COLLECT { MATCH (r)<-[:OWNS]-(o:Organization) RETURN DISTINCT o.name ORDER BY o.name } AS owners,
       contributors, participants, participants_source,
       [x IN apoc.coll.sortMaps(employers, 'count')[..5] | x.item + ' ' + toString(x.count)] + ['unknown ' + toString(no_employer)] AS organizations,
       [x IN apoc.coll.sortMaps(places, 'count')[..5] | x.item + ' ' + toString(x.count)] + ['unknown ' + toString(no_place)] AS countries,
       [x IN leading | x.d.login + CASE WHEN x.organizations = [] THEN '' ELSE ' (' + x.organizations[0] + ')' END] AS key_developers,
       [s IN apoc.coll.toSet([source, series_source, stars_source, participants_source]) WHERE s IS NOT NULL] AS sources
ORDER BY repository LIMIT $limit

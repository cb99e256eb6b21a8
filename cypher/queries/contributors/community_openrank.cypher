// title: Who carries one repository
// about: Developers of a repository by their OpenRank among its own issues and pull requests (preset `community`), month by month. It
//   is no OpenRank over all repositories and cannot be compared with one.
// kind: table
// param repository: repository the repository, owner/name
// param month: month = none only this month; the last that was measured when absent
// param limit: int = 50 [1..10000] most rows to return
// returns rank: int place in the month, 1 is the highest
// returns developer: str login of the developer
// returns month: str the month
// returns openrank: float OpenRank within the repository
// returns new: float of it, from the month's own value
// returns inherited: float of it, kept from the months before
// returns preset: str definition, version and repository
// returns source: str the source of the series
// load: ossatlas measure openrank --preset community --repository OWNER/NAME
// example: repository=deepseek-ai/DeepGEMM
MATCH (r:Repository {key: $repository})
MATCH (r)-[m:MEASURED {metric: 'community-openrank'}]->(month:Month)
WITH r, coalesce($month, max(month.key)) AS at
MATCH (:Month {key: at})<-[m:MEASURED {metric: 'community-openrank'}]-(d:Developer) WHERE m.preset ENDS WITH ':' + r.key
WITH d, m, at ORDER BY m.value DESC, toLower(d.login)
WITH collect({d: d, m: m, at: at}) AS found
UNWIND range(1, size(found)) AS rank
WITH rank, found[rank - 1].d AS d, found[rank - 1].m AS m, found[rank - 1].at AS at
RETURN rank, d.login AS developer, at AS month, m.value AS openrank, m.new AS new, m.inherited AS inherited,
       m.preset AS preset, m.source AS source
ORDER BY rank LIMIT $limit

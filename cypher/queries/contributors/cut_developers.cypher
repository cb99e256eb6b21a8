// title: Who holds two domains together
// about: Pairs of domains that only a few developers join: those who contribute to projects of both. If they left, no
//   developer would join the two. One source answers for each repository.
// kind: table
// param at_most: int = 2 [1..20] most developers that join the two
// param taxonomy: str = llm-landscape-2025 which tree or list of domains
// param level: str = none level of the tree, such as domain or tech-1; when absent, domain, and where the taxonomy has none, its tops
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two in each period
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param limit: int = 200 [1..10000] most rows to return
// returns first_domain: str one of the two
// returns second_domain: str the other
// returns developers: list[str] those who join them
// returns joining: int how many they are
// returns sources: list[str] sources that answered
// load: ossatlas load github OWNER/NAME
// example: at_most=2
// include: domains_of_level
MATCH (d)<-[:PART_OF*0..8]-(:Domain)<-[:IN_DOMAIN]-(r:Repository)
WITH r, collect(DISTINCT d.name) AS names
// include: answering_source
// include: contributions
UNWIND names AS name
WITH d, name, collect(DISTINCT source) AS told
WITH d, collect({name: name, told: told}) AS domains WHERE size(domains) > 1
UNWIND domains AS one
UNWIND domains AS two
WITH d, one, two WHERE one.name < two.name
WITH one.name AS first_domain, two.name AS second_domain, d, apoc.coll.toSet(one.told + two.told) AS told ORDER BY toLower(d.login)
WITH first_domain, second_domain, collect(d.login) AS developers, apoc.coll.toSet(apoc.coll.flatten(collect(told))) AS sources
WHERE size(developers) <= $at_most
RETURN first_domain, second_domain, developers, size(developers) AS joining, sources
ORDER BY joining, first_domain, second_domain LIMIT $limit

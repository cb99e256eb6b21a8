// title: Communities of developers against labelled domains
// about: The confusion table: how many developers of each community work most in each labelled domain of the LLM landscape; and
//   over all of it how far the two agree: NMI, ARI, and purity (share of developers whose domain is the one that most of their
//   community have). Only developers who have both a community and contributions to a labelled repository are counted. Their
//   domain is the one with most of their contributions, as its sources count them. Modularity tells how far the ties stay inside.
// kind: table
// param by: community|louvain|label_propagation|component = community which communities: Leiden's, or those of another measure
// param activity: merged_prs|commits|any = any what counts; any is the larger of the two in each period
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// param limit: int = 500 [1..10000] most rows to return
// returns community: int number of the community, 1 is the largest
// returns domain: str labelled domain
// returns developers: int developers with both
// returns of_community: float share of the counted developers of the community, 0..1
// returns of_domain: float share of the counted developers of the domain, 0..1
// returns counted: int developers in the whole table
// returns nmi: float normalised mutual information, 0..1
// returns ari: float adjusted Rand index, at most 1, about 0 by chance
// returns purity: float share of developers whose domain is their community's first, 0..1
// returns modularity: float of all communities, on the ties, with the weight and gamma that they were made with, at most 1
// returns sources: list[str] sources that tell where these developers work
// needs: developer-ties, developer-leiden
// budget: 60 s
// example: limit=20
// example: by=louvain limit=20
MATCH (r:Repository)-[:IN_DOMAIN]->(:Domain {taxonomy: 'llm-landscape-2025'})-[:PART_OF*0..1]->(x:Domain {level: 'domain'})
WITH r, min(x.name) AS domain
// include: answering_source
WITH r, domain, source, method WHERE source IS NOT NULL
// include: contributions
WITH d, domain, source, contributions WHERE d[$by] IS NOT NULL
WITH d, domain, sum(contributions) AS made, collect(DISTINCT source) AS answered ORDER BY made DESC, domain
WITH d[$by] AS community, d, collect([domain, answered])[0] AS most
WITH community, most[0] AS domain, count(d) AS n, apoc.coll.sort(apoc.coll.toSet(apoc.coll.flatten(collect(most[1])))) AS sources
WITH collect({community: community, domain: domain, n: n, sources: sources}) AS cells, $by AS by,
     {community: 'developer-leiden', louvain: 'developer-louvain', label_propagation: 'developer-label-propagation',
      component: 'developer-components'}[$by] AS measure
// include: confusion
// include: developer_modularity
UNWIND cells AS cell
RETURN cell.community AS community, cell.domain AS domain, cell.n AS developers,
       1.0 * cell.n / sizes[toString(cell.community)] AS of_community, 1.0 * cell.n / widths[cell.domain] AS of_domain,
       counted, nmi, ari, purity, modularity, cell.sources AS sources
ORDER BY community, developers DESC, domain LIMIT $limit

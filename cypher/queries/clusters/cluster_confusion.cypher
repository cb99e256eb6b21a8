// title: Communities against labelled domains
// about: The confusion table: how many repositories each community has of each labelled domain of the LLM landscape; and over
//   all of it how far the two agree: NMI, ARI, and purity (share of repositories whose domain is the one that most of their
//   community have). Only repositories that have both a community and a domain are counted. Purity rises with the number of
//   communities: read it beside the other two. Modularity tells how far the ties stay inside. `developer-confusion` does it for developers.
// kind: table
// param by: community|louvain|label_propagation|component = community which communities: Leiden's, or those of another measure
// param limit: int = 500 [1..10000] most rows to return
// returns community: int number of the community, 1 is the largest
// returns domain: str labelled domain
// returns repositories: int repositories with both
// returns of_community: float share of the labelled repositories of the community, 0..1
// returns of_domain: float share of the repositories of the domain that have a community, 0..1
// returns counted: int repositories in the whole table
// returns nmi: float normalised mutual information, 0..1
// returns ari: float adjusted Rand index, at most 1, about 0 by chance
// returns purity: float share of repositories whose domain is their community's first, 0..1
// returns modularity: float of all communities, on the ties, with the weight and gamma that they were made with, at most 1
// needs: shared-ties, leiden
// budget: 60 s
// example: limit=20
// example: by=louvain
MATCH (r:Repository)-[:IN_DOMAIN]->(:Domain {taxonomy: 'llm-landscape-2025'})-[:PART_OF*0..1]->(d:Domain {level: 'domain'})
WITH r, r[$by] AS community, min(d.name) AS domain WHERE community IS NOT NULL
WITH community, domain, count(*) AS n
WITH collect({community: community, domain: domain, n: n}) AS cells, $by AS by,
     {community: 'leiden', louvain: 'louvain', label_propagation: 'label-propagation', component: 'components'}[$by] AS measure
// include: confusion
// include: modularity
UNWIND cells AS cell
RETURN cell.community AS community, cell.domain AS domain, cell.n AS repositories,
       1.0 * cell.n / sizes[toString(cell.community)] AS of_community, 1.0 * cell.n / widths[cell.domain] AS of_domain,
       counted, nmi, ari, purity, modularity
ORDER BY community, repositories DESC, domain LIMIT $limit

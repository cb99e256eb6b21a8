// title: Communities of developers
// about: The Leiden communities of developers tied by shared repositories, each with its most central developers, where they work
//   and live (unknown counted as such), and the projects and domains that they work in. Only developers in several repositories
//   have ties; a repository with many of them makes none (measure `developer-ties`). Employers and projects are of the window.
//   `developer-confusion` compares them with the labelled domains, `developer-stability` tells how far they can be trusted.
// kind: table
// param min_size: int = 5 [1..100000] fewest developers of a community to show
// param from: month = none first month of the window for projects and employers
// param to: month = none last month of the window
// param source: str = none source whose contributions and affiliations count
// param activity: merged_prs|commits|any = any what makes a developer count in a project
// param bots: bool = false whether machine accounts count
// param limit: int = 50 [1..10000] most rows to return
// returns community: int number of the community, 1 is the largest
// returns name: str name made from its domains and its two projects with most of its developers
// returns developers: int developers in it
// returns top: list[str] up to eight of them, by PageRank
// returns organizations: list[str] up to five employers or universities with developers, most first
// returns unknown_organization: int developers whose employer is not known
// returns countries: list[str] up to five countries with developers, most first
// returns unknown_country: int developers whose country is not known
// returns domains: list[str] up to five labelled domains with developers who work in them
// returns projects: list[str] up to five projects with developers who work in them
// returns outside_share: float share of the strength of its developers' ties that leads to other communities, 0..1
// returns bridges: list[str] up to five of its developers with the strongest ties to other communities
// returns modularity: float of the whole partition, with the weight and gamma of the run, at most 1
// returns sources: list[str] sources of the contributions to these projects
// budget: 60 s
// needs: developer-leiden, developer-pagerank
// example: min_size=20
MATCH (d:Developer) WHERE d.community IS NOT NULL
WITH d ORDER BY d.pagerank DESC, d.login
WITH d.community AS community, collect(d) AS members
WHERE size(members) >= $min_size
ORDER BY community LIMIT $limit
WITH collect({community: community, members: members}) AS groups, 'community' AS by, 'developer-leiden' AS measure
// include: developer_modularity
CALL () {
  MATCH (r:Repository)
  // include: answering_source
  WITH r, source, method WHERE source IS NOT NULL
  // include: contributions
  OPTIONAL MATCH (r)-[:IN_DOMAIN]->(:Domain {taxonomy: 'llm-landscape-2025'})-[:PART_OF*0..1]->(x:Domain {level: 'domain'})
  WITH r, source, d, min(x.name) AS domain WHERE d.community IS NOT NULL
  WITH d.community AS community, r, domain, source, collect(d.login) AS logins
  WITH community, r, domain, source, logins ORDER BY size(logins) DESC, r.name
  WITH community, collect({name: r.name, domain: domain, source: source, logins: logins}) AS work
  RETURN collect({community: community, work: work}) AS works
}
UNWIND groups AS g
WITH modularity, g.community AS community, g.members AS members, coalesce(head([w IN works WHERE w.community = g.community]).work, []) AS work
CALL (members) {
  UNWIND members AS d
  // include: employers
  // include: countries
  RETURN collect(organizations) AS employed, collect(countries) AS living
}
CALL (work) {
  UNWIND work AS w
  WITH w.domain AS domain, w.logins AS logins WHERE domain IS NOT NULL
  UNWIND logins AS login
  WITH domain, count(DISTINCT login) AS n ORDER BY n DESC, domain LIMIT 5
  RETURN collect({name: domain, n: n}) AS domains
}
CALL (community, members) {
  UNWIND members AS d
  MATCH (d)-[t:COLLABORATES_WITH]-(other:Developer)
  WITH d.login AS login, sum(CASE WHEN other.community <> community THEN t.strength ELSE 0.0 END) AS outside, sum(t.strength) AS whole
  ORDER BY outside DESC, login
  RETURN sum(outside) / sum(whole) AS outside_share, collect(CASE WHEN outside > 0 THEN login END)[..5] AS bridges
}
WITH *, apoc.coll.sortMulti(apoc.coll.frequencies(apoc.coll.flatten(employed)), ['count', '^item'])[..5] AS organizations,
     apoc.coll.sortMulti(apoc.coll.frequencies(apoc.coll.flatten(living)), ['count', '^item'])[..5] AS countries,
     [x IN domains WHERE 4 * x.n >= size(members) | x.name][..2] AS main
RETURN community,
       CASE WHEN size(main) > 0 THEN apoc.text.join(main, ' and ') + ': ' ELSE '' END
         + apoc.text.join([w IN work[..2] | split(w.name, '/')[1]], ', ') AS name,
       size(members) AS developers, [d IN members[..8] | d.login] AS top,
       [x IN organizations | x.item + ' ' + toString(x.count)] AS organizations,
       size([x IN employed WHERE size(x) = 0]) AS unknown_organization,
       [x IN countries | x.item + ' ' + toString(x.count)] AS countries,
       size([x IN living WHERE size(x) = 0]) AS unknown_country,
       [x IN domains | x.name + ' ' + toString(x.n)] AS domains,
       [w IN work[..5] | w.name + ' ' + toString(size(w.logins))] AS projects, outside_share,
       bridges, modularity,
       apoc.coll.sort(apoc.coll.toSet([w IN work | w.source])) AS sources
ORDER BY community

// title: How far a domain reaches into others
// about: For each domain, the share of its projects' ties (shared developers) that lead to projects of other domains, by number
//   and by strength. A domain near 1 lives on its neighbours; one near 0 keeps to itself.
// kind: table
// param taxonomy: str = llm-landscape-2025 which tree or list of domains
// param level: str = none level of the tree, such as domain or tech-1; when absent, domain, and where the taxonomy has none, its tops
// param limit: int = 100 [1..10000] most rows to return
// returns domain: str the domain
// returns projects: int its projects
// returns tied: int of these, with a tie at all
// returns ties: int ties of its projects; one inside counts once
// returns outside: int of these, to another domain
// returns outside_share: float share of the ties that lead outside, 0..1
// returns strength_share: float the same by strength (Newman), 0..1
// returns nearest: list[str] up to three domains that it is tied to most, by strength
// needs: shared-ties
// example: limit=30
// include: domains_of_level
WITH collect(d) AS chosen
UNWIND chosen AS d
MATCH (d)<-[:PART_OF*0..8]-(:Domain)<-[:IN_DOMAIN]-(r:Repository)
WITH chosen, d, collect(DISTINCT r) AS members
UNWIND members AS r
OPTIONAL MATCH (r)-[tie:SHARES_DEVELOPERS]-(other:Repository) WHERE EXISTS { (other)-[:IN_DOMAIN]->(:Domain)-[:PART_OF*0..8]->(x:Domain) WHERE x IN chosen }
WITH d, members, r, tie, other, CASE WHEN other IN members THEN d.name
     ELSE COLLECT { MATCH (other)-[:IN_DOMAIN]->(:Domain)-[:PART_OF*0..8]->(x:Domain) WHERE x IN chosen RETURN x.name ORDER BY x.name }[0] END AS beyond
WITH d, members, beyond, count(DISTINCT tie) AS ties, sum(CASE WHEN other IN members THEN tie.strength / 2 ELSE tie.strength END) AS strength,
     collect(DISTINCT CASE WHEN tie IS NOT NULL THEN r END) AS tied
WITH d, members, collect({beyond: beyond, ties: ties, strength: strength}) AS groups,
     size(apoc.coll.toSet(apoc.coll.flatten(collect(tied)))) AS tied
WITH *, [g IN groups WHERE g.beyond <> d.name] AS outer
WITH d, members, tied, outer, reduce(n = 0, g IN groups | n + g.ties) AS ties, reduce(n = 0, g IN outer | n + g.ties) AS outside,
     reduce(s = 0.0, g IN groups | s + g.strength) AS strength, reduce(s = 0.0, g IN outer | s + g.strength) AS outer_strength
RETURN d.name AS domain, size(members) AS projects, tied, ties, outside,
       CASE WHEN ties > 0 THEN 1.0 * outside / ties END AS outside_share,
       CASE WHEN strength > 0 THEN outer_strength / strength END AS strength_share,
       [g IN apoc.coll.sortMaps(outer, 'strength')[..3] | g.beyond] AS nearest
ORDER BY outside_share DESC, domain LIMIT $limit

// title: Open projects beside closed products
// about: Products and standards with the open project beside each, who makes them, and the months between the one and
//   the other. Products without a known counterpart stay in.
// kind: table
// param kind: product|standard|dataset|benchmark|any = any which kind
// param only_with_counterpart: bool = false leave out those without one
// param limit: int = 100 [1..10000] most rows to return
// returns product: str its name
// returns kind: str product, standard, dataset or benchmark
// returns maker: list[str] who makes it
// returns since: str since when there is the product
// returns counterpart: str the open project beside it, owner/name
// returns counterpart_since: str since when there is that
// returns months: int months from the one to the other, none where a month is not known
// returns source: str the source that tells it
// load: ossatlas demo --no-serve
// example: kind=product
MATCH (p:Product) WHERE $kind = 'any' OR p.kind = $kind
OPTIONAL MATCH (r:Repository)-[c:OPEN_COUNTERPART_OF]->(p)
WITH p, r, c WHERE r IS NOT NULL OR NOT $only_with_counterpart
OPTIONAL MATCH (p)-[m:MADE_BY]->(o:Organization)
WITH p, r, c, collect(DISTINCT o.name) AS maker, collect(DISTINCT m.source) AS told
RETURN p.name AS product, p.kind AS kind, maker, p.since AS since, r.name AS counterpart, c.since AS counterpart_since,
       CASE WHEN size(p.since) >= 7 AND size(c.since) >= 7
            THEN (toInteger(left(c.since, 4)) - toInteger(left(p.since, 4))) * 12
                 + toInteger(substring(c.since, 5, 2)) - toInteger(substring(p.since, 5, 2)) END AS months,
       coalesce(c.source, told[0], split(split(p.snapshots[0], '|')[2], ':')[0]) AS source
ORDER BY counterpart IS NULL, since, product LIMIT $limit

// What `cells` (maps of community, domain and n) say in all: how far the two partitions agree (`nmi`, `ari`), how pure the
// communities are (`purity`), how many are `counted`, and the `sizes` of communities and `widths` of domains.
WITH * WHERE size(cells) > 0  // of nothing there is no share
// include: agreement
CALL (cells) {
  UNWIND cells AS cell
  WITH cell.community AS community, sum(cell.n) AS n, max(cell.n) AS most
  RETURN apoc.map.fromPairs(collect([toString(community), n])) AS sizes, sum(n) AS counted, 1.0 * sum(most) / sum(n) AS purity
}
CALL (cells) {
  UNWIND cells AS cell
  WITH cell.domain AS domain, sum(cell.n) AS n
  RETURN apoc.map.fromPairs(collect([domain, n])) AS widths
}

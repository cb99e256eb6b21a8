// How far two partitions agree: `cells` are maps of community, domain and n (repositories in both).
// Normalised mutual information (arithmetic mean) and adjusted Rand index (Hubert and Arabie 1985). None of fewer than two.
CALL (cells) {
  CALL (cells) {
    UNWIND cells AS cell
    WITH cell.community AS community, sum(cell.n) AS n
    RETURN apoc.map.fromPairs(collect([toString(community), n])) AS row_sums
  }
  CALL (cells) {
    UNWIND cells AS cell
    WITH cell.domain AS domain, sum(cell.n) AS n
    RETURN apoc.map.fromPairs(collect([domain, n])) AS column_sums
  }
  WITH row_sums, column_sums, toFloat(reduce(sum = 0, c IN cells | sum + c.n)) AS total
  WITH total,
       reduce(s = 0.0, c IN cells | s + c.n / total
              * log(total * c.n / (row_sums[toString(c.community)] * column_sums[c.domain]))) AS information,
       reduce(s = 0.0, k IN keys(row_sums) | s - row_sums[k] / total * log(row_sums[k] / total)) AS row_entropy,
       reduce(s = 0.0, k IN keys(column_sums) | s - column_sums[k] / total * log(column_sums[k] / total))
         AS column_entropy,
       reduce(s = 0.0, c IN cells | s + c.n * (c.n - 1) / 2.0) AS pairs_both,
       reduce(s = 0.0, k IN keys(row_sums) | s + row_sums[k] * (row_sums[k] - 1) / 2.0) AS pairs_rows,
       reduce(s = 0.0, k IN keys(column_sums) | s + column_sums[k] * (column_sums[k] - 1) / 2.0) AS pairs_columns
  WITH *, pairs_rows * pairs_columns / (total * (total - 1) / 2.0) AS expected
  RETURN CASE WHEN total < 2 THEN null WHEN row_entropy + column_entropy = 0 THEN 1.0
              ELSE 2.0 * information / (row_entropy + column_entropy) END AS nmi,
         CASE WHEN total < 2 THEN null WHEN (pairs_rows + pairs_columns) / 2.0 = expected THEN 1.0
              ELSE (pairs_both - expected) / ((pairs_rows + pairs_columns) / 2.0 - expected) END AS ari
}

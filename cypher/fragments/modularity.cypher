// Modularity of the stored communities `by` (a property of repositories) that `measure` made, on the ties, with the `weight`
// and the resolution `gamma` that it had (Newman and Girvan 2004, Reichardt and Bornholdt 2006). None without ties.
// include: made_with
CALL (by, weight, gamma) {
  MATCH (a)-[tie:SHARES_DEVELOPERS]->(b)
  WITH gamma, a[by] AS one, b[by] AS other, toFloat(tie[weight]) AS w
  // include: modularity_of_ties
}

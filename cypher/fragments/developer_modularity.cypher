// Modularity of the stored communities `by` (a property of developers) that `measure` made, on the ties, with the `weight` and the
// resolution `gamma` that it had, as fragment modularity tells of repositories. None without ties.
// include: made_with
CALL (by, weight, gamma) {
  MATCH (a)-[tie:COLLABORATES_WITH]->(b)
  WITH gamma, a[by] AS one, b[by] AS other, toFloat(tie[weight]) AS w
  // include: modularity_of_ties
}

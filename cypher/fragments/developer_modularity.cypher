// Modularity of the stored communities of developers, on their ties, with the `weight` and the resolution `gamma` of the run.
WITH *, 'developer-leiden' AS measure
// include: made_with
CALL (weight, gamma) {
  MATCH (a)-[tie:COLLABORATES_WITH]->(b)
  WITH gamma, a.community AS one, b.community AS other, toFloat(tie[weight]) AS w
  // include: modularity_of_ties
}

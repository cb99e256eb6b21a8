// The countries that developer `d` states, none where unknown.
CALL (d) {
  OPTIONAL MATCH (d)-[:LOCATED_IN]->(country:Country)
  WITH DISTINCT country ORDER BY country.name
  RETURN collect(country.name) AS countries
}

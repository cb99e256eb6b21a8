// Ties between repositories as a projection, with ten weights that each leave out a share of the ties; they weigh as in the
// stored run of Leiden unless `$weight` says otherwise.
WITH apoc.text.format('%06x', [toInteger($lost * 16777216)]) AS least, 'leiden' AS measure
// include: made_with
WITH least, coalesce($weight, weight) AS weight
MATCH (start:Repository)-[tie:SHARES_DEVELOPERS]->(end:Repository)
// include: ten_weights

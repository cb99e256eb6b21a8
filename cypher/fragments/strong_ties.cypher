// Ties between repositories as a projection: those of at least `$min_developers` shared developers.
MATCH (start:Repository)-[tie:SHARES_DEVELOPERS]->(end:Repository) WHERE tie.developers >= $min_developers
RETURN start, end

// Ties between developers as a projection: those of at least `$min_repositories` shared repositories.
MATCH (start:Developer)-[tie:COLLABORATES_WITH]->(end:Developer) WHERE tie.repositories >= $min_repositories
RETURN start, end

"""Questions: the catalogue of .cypher files, and the code that reads, checks and runs them."""

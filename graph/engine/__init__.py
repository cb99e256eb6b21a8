"""The embedded Neo4j: got from its published jars, started on demand, stopped when idle."""

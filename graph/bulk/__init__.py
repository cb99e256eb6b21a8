"""Large first loads: records into an empty embedded engine through Neo4j's offline importer, in one go."""

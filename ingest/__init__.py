"""The world into records: sources, identity, the load loop. Imports graph only."""

"""The vocabulary and the database door: schema, engine, loader, analytics. Imports nothing of ours."""

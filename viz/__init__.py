"""Answers into pictures: networks, layouts, pages, file exports. Imports cypher and graph."""

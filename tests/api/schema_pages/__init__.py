"""Tests of api/schema_pages."""

"""Tests of api/formats."""

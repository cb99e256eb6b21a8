"""Tests of api/web."""

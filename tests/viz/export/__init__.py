"""Tests of viz.export."""

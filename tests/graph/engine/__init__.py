"""Tests of graph/engine/."""

"""Tests of graph/openrank/."""

"""Tests of the source GH Archive."""

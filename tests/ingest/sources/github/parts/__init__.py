"""Tests of the readers of a repository's lists."""

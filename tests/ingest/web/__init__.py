"""Tests of the parts of the client for remote sources."""

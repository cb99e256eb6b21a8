"""Tests of viz: pictures, pages and files are pure functions, so these need no database."""

"""The queries `license-mix` and `language-mix`, which differ in the property alone."""

from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_licences_of_a_domain_with_the_unknown_ones_in_the_denominator(projects: Database) -> None:
    rows = asked(projects, "license-mix", domain="Mixed")
    assert column(rows, "license", "projects", "share") == [("MIT", 2, 0.5), ("Apache-2.0", 1, 0.25), (None, 1, 0.25)]
    assert rows[0]["examples"] == ["i/one", "i/two"]


def test_languages_of_a_domain_with_the_unknown_ones_in_the_denominator(projects: Database) -> None:
    rows = asked(projects, "language-mix", domain="Mixed")
    assert column(rows, "language", "projects", "share") == [("Python", 2, 0.5), ("Rust", 1, 0.25), (None, 1, 0.25)]


def test_a_domain_of_a_list_without_levels_is_mixed_too(projects: Database) -> None:
    rows = asked(projects, "license-mix", domain="list/mixed")
    assert column(rows, "domain", "license", "projects") == [("mixed", "MIT", 1)]
    assert column(asked(projects, "license-mix", domain="Mixed"), "projects") == [2, 1, 1]  # the landscape's

from __future__ import annotations

import pytest

from graph.database import Database
from graph.errors import NotFoundError
from tests.cypher.queries.told import asked, column


def test_months_are_summed_over_the_projects_of_a_domain_and_their_number_is_told(series: Database) -> None:
    rows = asked(series, "domain-curves", metric="racing")
    assert column(rows, "domain", "period", "value", "projects", "members") == [
        ("Fields", "2025-01", 50.0, 2, 3), ("Fields", "2025-02", 60.0, 2, 3), ("Fields", "2025-03", 70.0, 2, 3),
        ("Meadows", "2025-02", 20.0, 1, 2), ("Meadows", "2025-03", 50.0, 1, 2),
    ]  # fmt: skip


def test_what_was_measured_here_is_not_added_to_what_is_published(series: Database) -> None:
    assert {*column(asked(series, "domain-curves", metric="racing"), "preset")} == {"told"}
    rows = asked(series, "domain-curves", metric="racing", preset="global-2026/1")
    assert column(rows, "domain", "period", "value") == [("Fields", "2025-01", 900.0), ("Fields", "2025-02", 950.0)]


def test_a_year_is_its_mean_month(series: Database) -> None:
    rows = asked(series, "domain-curves", metric="racing", by="year", to="2025-02")
    assert column(rows, "domain", "period", "value") == [("Fields", "2025", 55.0), ("Meadows", "2025", 20.0)]


def test_levels_of_another_taxonomy_can_be_asked_for_and_without_one_its_tops(series: Database) -> None:
    tops = asked(series, "domain-curves", metric="branching", taxonomy="branches")
    assert column(tops, "domain", "period", "value", "projects", "members") == [("trunk", "2025-01", 7.0, 2, 2)]
    rows = asked(series, "domain-curves", metric="branching", taxonomy="branches", level="Tech-1")
    assert column(rows, "domain", "value") == [("twig", 4.0)]


def test_a_level_that_a_taxonomy_lacks_is_told(series: Database) -> None:
    with pytest.raises(NotFoundError, match="no level 'domain'; it has tech-0, tech-1"):
        asked(series, "domain-curves", taxonomy="branches", level="domain")


def test_domains_are_named_by_name_or_key_whatever_their_level(series: Database) -> None:
    rows = asked(series, "domain-curves", metric="branching", domains=["Branches/Trunk/Twig"])
    assert column(rows, "domain", "value") == [("twig", 4.0)]
    rows = asked(series, "domain-curves", metric="racing", by="year", domains=["meadows", "fields"])
    assert column(rows, "domain", "projects") == [("Fields", 2), ("Meadows", 1)]


def test_what_is_published_for_a_domain_answers_for_its_projects(series: Database) -> None:
    rows = asked(series, "domain-curves", metric="whole", taxonomy="branches")
    assert column(rows, "period", "value", "how", "projects", "members") == [
        ("2025-01", 50.0, "published for the domain", None, 2), ("2025-02", 60.0, "published for the domain", None, 2),
    ]  # fmt: skip

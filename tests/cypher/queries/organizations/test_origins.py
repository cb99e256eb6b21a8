"""Where developers live, and where those of several projects come from."""

from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column

BOTH = ["deepseek-ai/DeepEP", "deepseek-ai/DeepGEMM"]


def test_countries_of_some_repositories_are_those_of_their_developers(atlas: Database) -> None:
    rows = asked(atlas, "developer-countries", repositories=BOTH)
    origins = asked(atlas, "developer-origins", repositories=BOTH, by="country")
    assert {*column(rows, "country", "developers")} == {*column(origins, "name", "developers")}
    assert {*column(rows, "all_developers")} == {*column(origins, "all_developers")}


def test_unknown_stays_in_the_denominator_and_comes_last(atlas: Database) -> None:
    rows = asked(atlas, "developer-countries")
    assert (rows[-1]["country"], rows[-1]["code"]) == ("unknown", None)
    assert {row["code"] for row in rows} >= {"CN", "US"}
    for row in rows:
        assert row["share"] == int(str(row["developers"])) / int(str(row["all_developers"]))


def test_each_project_has_its_own_denominator(atlas: Database) -> None:
    rows = asked(atlas, "project-origins", repositories=BOTH)
    assert [*dict.fromkeys(column(rows, "repository"))] == BOTH
    for name in BOTH:
        alone = asked(atlas, "developer-origins", repositories=[name], by="organization")
        own = [row for row in rows if row["repository"] == name]
        assert {*column(own, "name", "developers")} == {*column(alone, "name", "developers")}
        assert own[-1]["name"] == "unknown"

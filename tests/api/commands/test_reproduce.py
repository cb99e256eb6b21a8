from __future__ import annotations

import json

from graph.database import Database
from tests.api.conftest import Command


def test_figures_are_computed_again_with_the_difference(atlas: Database, command: Command) -> None:
    assert atlas
    said = command("reproduce", "dsw-10", "dsw-13", "--format", "json")
    assert said.code == 0, said.err
    rows = json.loads(said.out)["rows"]
    assert [(row["id"], row["published"], row["ours"], row["difference"]) for row in rows] == [
        ("dsw-10", 4.0, 4.0, 0.0),
        ("dsw-13", 13.0, 12.0, -1.0),
    ]
    assert "2 of 2 figures computed" in said.err


def test_what_is_missing_names_the_command_that_would_load_it(atlas: Database, command: Command) -> None:
    assert atlas
    said = command("reproduce", "--missing", "--format", "csv")
    assert "ossatlas load git https://github.com/pytorch/pytorch" in said.out
    assert "dsw-10" not in said.out


def test_further_numbers_are_told_as_such_and_not_counted_among_the_figures(atlas: Database, command: Command) -> None:
    assert atlas
    said = command("reproduce", "llm-17", "mean-spark", "rule-fails", "--format", "json")
    rows = json.loads(said.out)["rows"]
    assert [(row["id"], row["further"], row["published"]) for row in rows] == [
        ("llm-17", False, 615.0), ("mean-spark", True, 199.0), ("rule-fails", True, None),
    ]  # fmt: skip
    assert "1 of 1 figures computed; 0 lack a source; 2 further numbers stand beside them" in said.err


def test_an_unknown_figure_names_near_ones(atlas: Database, command: Command) -> None:
    assert atlas
    said = command("reproduce", "llm-99")
    assert (said.code, "there is no figure llm-99" in said.err) == (3, True)


def test_without_figures_it_says_how_to_load_them(database: Database, command: Command) -> None:
    assert database
    said = command("reproduce")
    assert (said.code, "no published figures are loaded" in said.err) == (3, True)

"""The search against a table of real slips, on the bundled atlas: what was meant is among the first five."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from graph.database import Database
from graph.load import prepare
from tests.cypher.queries.told import asked

SLIPS = list(csv.DictReader((Path(__file__).parent / "slips.csv").read_text("utf-8").splitlines()))
FIRST = 5


def first(database: Database, text: str, **more: object) -> list[object]:
    """The titles of the first five that are found."""
    return [row["title"] for row in asked(database, "search", text=text, limit=FIRST, **more)]


def test_every_slip_of_the_table_finds_what_was_meant_among_the_first_five(atlas: Database) -> None:
    missed = [(slip["text"], slip["meant"]) for slip in SLIPS if slip["meant"] not in first(atlas, slip["text"])]
    assert missed == [], f"{len(SLIPS) - len(missed)} of {len(SLIPS)} are found"


def test_the_table_has_forty_slips_and_several_of_each_kind() -> None:
    counts = Counter(slip["slip"] for slip in SLIPS)
    assert len(SLIPS) >= 40
    assert min(counts.values()) >= 2


@pytest.mark.parametrize(
    ("text", "meant"),
    [("pytorch", "pytorch/pytorch"), ("pytorch/pytorch", "pytorch/pytorch"), ("ray", "ray-project/ray"),
     ("triton", "triton-lang/triton"), ("NVIDIA", "NVIDIA"), ("Singapore", "Singapore")],
)  # fmt: skip
def test_the_name_itself_comes_first(atlas: Database, text: str, meant: str) -> None:
    assert first(atlas, text)[0] == meant


def test_a_kind_can_be_asked_for(atlas: Database) -> None:
    assert {row["label"] for row in asked(atlas, "search", text="deep", kind="repository")} == {"Repository"}


def test_the_other_name_by_which_something_was_found_is_told(atlas: Database) -> None:
    assert asked(atlas, "search", text="美国")[0]["also"] == "美国"
    assert asked(atlas, "search", text="openai/triton")[0]["also"] == "openai/triton"
    assert asked(atlas, "search", text="pytorch")[0]["also"] == ""


def test_without_a_text_the_largest_projects_and_domains_come(atlas: Database) -> None:
    found = asked(atlas, "search", limit=12)
    assert {row["label"] for row in found} == {"Repository", "Domain"}
    scores = [float(str(row["score"])) for row in found]
    assert scores == sorted(scores, reverse=True)


def test_nothing_is_found_where_nothing_is_loaded(database: Database) -> None:
    prepare(database)
    assert asked(database, "search", text="vllm") == asked(database, "search") == []

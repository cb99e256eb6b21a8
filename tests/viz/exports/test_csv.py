from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Column, Table
from tests.viz.worlds import hostile, overlap
from viz.exports.csv import RISKY, export, nodes, safe


def _read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1"])
def test_a_text_that_begins_like_a_formula_is_made_harmless(text: str) -> None:
    assert safe(text) == f"'{text}"


def test_numbers_stay_numbers_and_unknown_is_empty() -> None:
    assert [safe(value) for value in (-1, 2.5, True, None, ["a", "b"])] == [-1, 2.5, True, "", "a; b"]


@given(st.text())
def test_no_cell_begins_like_a_formula_and_none_is_lost(text: str) -> None:
    table = Table((Column("a", "str", ""), Column("b", "int", "")), [(text, 7)])
    head, row = _read(export(table))
    assert head == ["a", "b"]
    assert row[1] == "7"
    assert not row[0].startswith(RISKY)
    assert row[0].removeprefix("'") == text.removeprefix("'") or row[0] == text


def test_a_network_is_its_edges_with_the_titles_of_their_ends() -> None:
    head, *rows = _read(export(overlap()))
    assert head == ["from", "to", "type", "weight", "merged_prs", "from_key", "to_key"]
    assert rows[0][:5] == ["LyricZhao", "deepseek-ai/DeepEP", "CONTRIBUTED_TO", "12.0", "12"]
    assert len(rows) == 6


def test_nodes_come_with_every_fact() -> None:
    head, *rows = _read(nodes(overlap()))
    assert head[:3] == ["key", "kind", "title"]
    assert {"merged_prs", "license"} <= set(head)
    assert all(len(row) == len(head) for row in rows)


def test_hostile_names_are_harmless() -> None:
    for row in _read(nodes(hostile())) + _read(export(hostile())):
        assert not [cell for cell in row if cell.startswith(RISKY)]

"""The plain values that pass between the folders."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from graph.model import Column, Coverage, Table
from tests.graph.worlds import HERE, origin


def test_a_table_gives_its_rows_as_maps() -> None:
    table = Table((Column("login", "str", "who"), Column("n", "int", "how many")), [["ann", 1], ["bob", 2]])
    assert table.records() == [{"login": "ann", "n": 1}, {"login": "bob", "n": 2}]


def test_a_row_that_does_not_fit_its_columns_is_noticed() -> None:
    with pytest.raises(ValueError, match="zip"):
        Table((Column("login", "str", "who"),), [["ann", 1]]).records()


def test_a_snapshot_is_known_by_source_dataset_and_content() -> None:
    assert origin("git").key == f"git:all:{origin('git').content_hash[:16]}"


def test_values_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        HERE.line = 2  # type: ignore[misc]
    assert Coverage() == Coverage()

"""Columns hold what the schema says; what it does not say is kept beside them, with its type."""

from __future__ import annotations

import pytest

from graph.backup.parts import BY_NAME, MORE, PARTS
from graph.schema import EDGES, NODES

REPOSITORY = BY_NAME["Repository"]


@pytest.mark.parametrize(
    ("name", "value", "beside"),
    [
        ("name", "o/a", False), ("name", 5, True), ("stars", 5, False), ("stars", 5.0, True), ("stars", True, True),
        ("pagerank", 0.5, False), ("pagerank", 1, True), ("archived", True, False), ("archived", 1, True),
        ("former_names", [], False), ("former_names", ["a"], False), ("former_names", [1], True),
        ("colour", "red", True), ("more", "x", True),
    ],
)  # fmt: skip
def test_a_property_is_in_its_column_where_it_has_its_type(name: str, value: object, *, beside: bool) -> None:
    assert name in {column.name for column in REPOSITORY.props} or beside
    rows = [["k", {"key": "k", name: value}], ["l", {"key": "l"}]]
    names = [column.name for column in REPOSITORY.columns]
    columns = dict(zip(names, REPOSITORY.values(rows), strict=True))
    assert (columns[MORE][0] is not None) == beside
    first, second = REPOSITORY.elements(columns)
    assert (first, second) == ({"key": "k", "props": {name: value}}, {"key": "l", "props": {}})
    assert type(first["props"][name]) is type(value)  # type: ignore[index]


def test_every_label_and_type_has_a_part_of_its_own_and_the_list_of_the_forgotten_comes_first() -> None:
    assert {part.name for part in PARTS} == {*NODES, *EDGES, "Alias", "Forgotten"}
    assert len({part.file for part in PARTS}) == len(PARTS)
    assert PARTS[0].name == "Forgotten"
    assert [part.kind for part in PARTS] == sorted((part.kind for part in PARTS), reverse=True)


def test_no_property_of_the_schema_is_called_like_a_column_of_ours() -> None:
    assert all(len({column.name for column in part.columns}) == len(part.columns) for part in PARTS)

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BadInputError
from ingest.sources.affiliations.decoding import Document

LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5))
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
)


@given(st.lists(VALUES, max_size=4), st.sampled_from([None, 1]))
def test_the_items_of_an_array_are_those_that_json_reads(values: list[object], indent: int | None) -> None:
    document = Document(json.dumps(values, indent=indent), "f")
    assert [value for _, value in document.items()] == values


@given(st.dictionaries(st.text(max_size=3), VALUES, max_size=4))
def test_the_members_of_an_object_are_those_that_json_reads(values: dict[str, object]) -> None:
    document = Document(json.dumps(values, indent=1), "f")
    assert {name: document.value(at) for name, at in document.members()} == values


def test_each_item_knows_its_line() -> None:
    assert [line for line, _ in Document("[\n1,\n\n2,3\n]", "f").items()] == [2, 4, 4]


@pytest.mark.parametrize("text", ["[1, 2", "[1 2]", "[1,", "{", "5", ""])
def test_what_breaks_off_is_told_with_its_line(text: str) -> None:
    with pytest.raises(BadInputError, match="f:1: the JSON breaks off or is broken here"):
        list(Document(text, "f").items())

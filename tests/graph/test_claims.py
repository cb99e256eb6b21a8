"""What holds when several snapshots claim one node or edge."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.claims import (
    Claim,
    Claims,
    add,
    decode,
    encode,
    merge,
    names_in,
    order_mark,
    parted,
    settled,
    snapshot_of,
    told,
)
from graph.node_kinds import REPOSITORY
from tests.graph.worlds import origin

OLD = order_mark(origin("old", "2024-01-01"))
NEW = order_mark(origin("new", "2025-01-01"))
CORRECTION = order_mark(origin("mine", "2020-01-01", "correction"))


def test_the_newest_source_holds_and_a_correction_before_all() -> None:
    claims: Claims = {NEW: {"language": "Rust"}, OLD: {"language": "C", "license": "MIT"}}
    assert settled(claims) == {"language": "Rust", "license": "MIT"}
    assert settled(claims | {CORRECTION: {"language": "Zig"}})["language"] == "Zig"


def test_lists_are_united() -> None:
    assert settled({OLD: {"handles": ["b", "c"]}, NEW: {"handles": ["a", "b"]}}) == {"handles": ["a", "b", "c"]}


def test_a_newer_table_that_uses_a_former_name_does_not_bring_it_back() -> None:
    claims: Claims = {OLD: {"name": "o/b", "former_names": ["o/a"]}, NEW: {"name": "O/A"}}
    assert settled(claims, REPOSITORY)["name"] == "o/b"


def test_a_node_that_is_known_by_former_names_alone_keeps_one() -> None:
    assert settled({OLD: {"name": "o/a", "former_names": ["o/a"]}}, REPOSITORY)["name"] == "o/a"


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [(9, 10, 10), (2.5, 2, 2.5), ("a", "b", "b"), (["b"], ["a"], ["a", "b"]), (None, 1, 1), (False, True, True)],
)
def test_of_two_rows_of_one_snapshot_the_larger_value_holds(one: object, other: object, kept: object) -> None:
    for first, second in ((one, other), (other, one)):
        claims: Claims = {}
        add(claims, OLD, {"x": first} if first is not None else {})  # type: ignore[dict-item]
        add(claims, OLD, {"x": second} if second is not None else {})  # type: ignore[dict-item]
        assert claims == {OLD: {"x": kept}}


def test_a_mark_carries_the_names_that_differ_from_keys() -> None:
    assert told(OLD, "", "") == OLD
    mark = told(OLD, "", "github:o/a")
    assert parted(mark, 2) == (OLD, ["", "github:o/a"])
    assert parted(OLD, 2) == (OLD, ["", ""])
    assert snapshot_of(mark) == snapshot_of(OLD) == origin("old").key


def test_what_no_longer_holds_is_stored_as_null() -> None:
    assert encode({OLD: {"a": 1}}, gone=["a", "b"]) == {"a": 1, "b": None, "snapshots": [OLD], "claims": None}
    assert names_in({OLD: {"a": 1}, NEW: {"b": 2}}) == {"a", "b"}


def test_what_nobody_claims_has_no_claims() -> None:
    assert decode({"key": "github:o/a", "pagerank": 0.5}) == {}


CLAIM: st.SearchStrategy[Claim] = st.dictionaries(
    st.sampled_from(["language", "license", "github_id", "openrank_12m_sum", "former_names"]).filter(bool),
    st.one_of(st.integers(-(2**63), 2**63 - 1), st.text(min_size=1), st.floats(allow_nan=False, allow_infinity=False)),
)
CLAIMS: st.SearchStrategy[Claims] = st.dictionaries(
    st.sampled_from([OLD, NEW, CORRECTION, told(OLD, "github:o/a")]), CLAIM, min_size=1
)


@given(CLAIMS)
def test_claims_come_back_from_the_store_as_they_were(claims: Claims) -> None:
    assert decode(encode(claims)) == claims


TYPED: st.SearchStrategy[Claim] = st.fixed_dictionaries(
    {}, optional={"language": st.text(min_size=1), "github_id": st.integers(), "handles": st.just(["a"])}
)
ALIKE: st.SearchStrategy[Claims] = st.dictionaries(st.sampled_from([OLD, NEW, CORRECTION]), TYPED)


@given(st.lists(ALIKE, max_size=4), st.randoms(use_true_random=False))
def test_merging_does_not_depend_on_order_or_repetition(parts: list[Claims], random: Random) -> None:
    assert merge(*random.sample(parts, len(parts)), *parts) == merge(*parts)

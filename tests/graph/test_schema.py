"""The schema keeps to its own rules: everything is described, names are the house's."""

from __future__ import annotations

import re

import pytest

from graph import schema
from graph.kinds import EdgeKind, NodeKind
from graph.model import Origin

KINDS: list[NodeKind | EdgeKind] = [*schema.NODES.values(), *schema.EDGES.values()]
STORED = {"int": "int", "float": "float", "bool": "bool", "list[str]": "list"}
TYPES = {"str", "int", "float", "bool", "month", "period", "date", "url", "list[str]"}


def name_of(kind: NodeKind | EdgeKind) -> str:
    return kind.label if isinstance(kind, NodeKind) else kind.type


@pytest.mark.parametrize("kind", KINDS, ids=name_of)
def test_a_kind_says_what_it_is_and_so_does_each_of_its_properties(kind: NodeKind | EdgeKind) -> None:
    assert kind.about.endswith(".")
    assert all(len(prop.about) > 3 for prop in kind.props)
    assert {prop.type for prop in kind.props} <= TYPES


@pytest.mark.parametrize("kind", KINDS, ids=name_of)
def test_property_names_are_plain_and_used_once(kind: NodeKind | EdgeKind) -> None:
    names = [prop.name for prop in kind.props]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in names)
    assert not {"key", "snapshots", "claims"}.intersection(names)
    assert all(prop.type == "date" for prop in kind.props if prop.name.endswith("_at") and prop.name != "loaded_at")


@pytest.mark.parametrize("kind", schema.NODES.values(), ids=name_of)
def test_a_label_is_in_pascal_case_and_its_look_and_title_are_known(kind: NodeKind) -> None:
    assert re.fullmatch(r"([A-Z][a-z]+)+", kind.label)
    assert re.fullmatch(r"#[0-9A-F]{6}", kind.color)
    title = kind.prop(kind.title)
    assert title is not None
    assert title.required
    assert all(kind.prop(name) is not None for name in kind.searched)
    assert not kind.former or kind.prop(kind.former) is not None


@pytest.mark.parametrize("kind", schema.EDGES.values(), ids=name_of)
def test_a_type_is_in_upper_snake_case_and_joins_known_labels(kind: EdgeKind) -> None:
    assert re.fullmatch(r"[A-Z]+(_[A-Z]+)*", kind.type)
    assert {*kind.start, *kind.end} <= schema.NODES.keys()
    for name in kind.key_props:
        prop = kind.prop(name)
        assert prop is not None
        assert prop.required, "a key rests on what may be missing only where its kind says so"
    assert all(kind.prop(name) is not None for name in kind.key_where_known)


def test_a_property_is_stored_in_one_type_over_the_whole_schema() -> None:
    types: dict[str, set[str]] = {}
    for kind in KINDS:
        for prop in kind.props:
            types.setdefault(prop.name, set()).add(STORED.get(prop.type, "text"))
    assert {name: found for name, found in types.items() if len(found) > 1} == {}


def test_an_origin_is_told_in_properties_of_the_snapshot() -> None:
    names = {prop.name for prop in schema.NODES["Snapshot"].props}
    assert set(Origin.__dataclass_fields__) <= names


def test_an_unknown_property_is_none() -> None:
    assert schema.NODES["Repository"].prop("shoe_size") is None
    assert schema.EDGES["OWNS"].prop("shoe_size") is None


def test_what_measures_write_is_told_apart() -> None:
    assert {"pagerank", "betweenness", "community"} <= schema.DERIVED
    assert not schema.DERIVED & {"name", "login", "language"}

"""Whether a record keeps to the schema. Community Edition has no existence and type constraints, so this stands in."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from graph import schema
from graph.errors import AtlasError, BadRowError
from graph.keys import HOSTED, is_id
from graph.kinds import EdgeKind, NodeKind, PropType
from graph.model import EdgeRecord, NodeRecord, Props, Record, Value, Where
from graph.node_kinds import SNAPSHOT

_MONTH = r"\d{4}-(?:0[1-9]|1[0-2])"
_PERIOD = re.compile(rf"{_MONTH}(?:\.\.{_MONTH})?", re.ASCII)
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_LARGEST_INTEGER = 2**63 - 1


_LONGEST = 500
"""Characters of a key, and of an indexed text: an index takes 8,000 bytes, and an edge's key holds two of nodes."""


def _text(value: Value) -> bool:
    return isinstance(value, str) and value != "" and _can_be_stored(value)


def _can_be_stored(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


def _matches(pattern: str) -> Callable[[Value], bool]:
    whole = re.compile(pattern, re.ASCII)
    return lambda value: isinstance(value, str) and whole.fullmatch(value) is not None


def _date(value: Value) -> bool:
    if not isinstance(value, str) or _DATE.fullmatch(value) is None:
        return False
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return True


def _period(value: Value) -> bool:
    if not isinstance(value, str) or _PERIOD.fullmatch(value) is None:
        return False
    start, _, end = value.partition("..")
    return not end or start <= end


def _integer(value: Value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST_INTEGER


def _number(value: Value) -> bool:
    return _integer(value) or (isinstance(value, float) and math.isfinite(value))


_HOLDS: dict[PropType, tuple[Callable[[Value], bool], str]] = {
    "str": (_text, "text"),
    "url": (_matches(r"https?://\S+"), "an http address"),
    "int": (_integer, "a whole number"),
    "float": (_number, "a finite number"),
    "bool": (lambda value: isinstance(value, bool), "true or false"),
    "month": (_matches(_MONTH), "a month such as 2025-04"),
    "period": (_period, "a month such as 2025-04 or a span such as 2025-02..2025-08"),
    "date": (_date, "a date such as 2025, 2025-04 or 2025-04-12"),
    "list[str]": (lambda value: isinstance(value, list) and all(_text(item) for item in value), "a list of texts"),
}


def check(record: Record, seen: dict[int, NodeRecord] | None = None) -> None:
    """Nothing, when `record` keeps to the schema; BadRowError with the first property that does not, else.

    `seen` holds nodes that were found good: those that many edges share are looked at once.
    """
    if isinstance(record, NodeRecord):
        _check_node(record, {} if seen is None else seen)
    else:
        _check_edge(record, {} if seen is None else seen)


def known(props: Props) -> dict[str, Value]:
    """`props` without those that are unknown (None, empty text, empty list)."""
    return {name: value for name, value in props.items() if value or (value is not None and value not in ("", []))}


def claimed(kind: str, props: Props) -> dict[str, Value]:
    """What is known of `props`, of that label or type, in one form: floats as floats, lists sorted, without doubles."""
    result = known(props)
    for name in _RULES[kind].to_settle & result.keys():
        value = result[name]
        if isinstance(value, list):
            result[name] = sorted(set(value))
        elif isinstance(value, int | float):
            result[name] = float(value) + 0.0  # which makes -0.0 the same as 0.0
    return result


class _Rule(NamedTuple):
    """What a property has to keep to: the test, its words, and whether an index limits its length."""

    holds: Callable[[Value], bool]
    expected: str
    indexed: bool


@dataclass(frozen=True, slots=True)
class _Rules:
    """What the properties of a kind have to keep to, by name; those that must be there; those to bring into form."""

    by_name: Mapping[str, _Rule]
    required: frozenset[str]
    to_settle: frozenset[str]


def _rules(kind: NodeKind | EdgeKind) -> _Rules:
    given = [prop for prop in kind.props if not prop.derived]
    return _Rules(
        {prop.name: _Rule(*_HOLDS[prop.type], prop.indexed) for prop in given},
        frozenset(prop.name for prop in given if prop.required),
        frozenset(prop.name for prop in given if prop.type in ("float", "list[str]")),
    )


_RULES: dict[str, _Rules] = {label: _rules(node) for label, node in schema.NODES.items()}
_RULES |= {name: _rules(edge) for name, edge in schema.EDGES.items()}


def _check_node(record: NodeRecord, seen: dict[int, NodeRecord]) -> None:
    if id(record) in seen:
        return
    kind = schema.NODES.get(record.ref.label)
    if kind is None:
        raise AtlasError(f"a source made a node of the unknown label {record.ref.label}")
    _check_ref(record)
    if kind is not SNAPSHOT:  # the load describes it
        _check_props(kind.label, record.props, record.where)
    seen[id(record)] = record


def _check_ref(record: NodeRecord) -> None:
    ref, where = record.ref, record.where
    for key in (*ref.keys, *ref.former):
        if not 0 < len(key) <= _LONGEST or "|" in key or key.endswith((":", ":@")) or not _can_be_stored(key):
            expected = f"a name of up to {_LONGEST} characters without |"
            raise BadRowError(where.file, where.line, f"{ref.label}.key", repr(key)[:80], expected)
    if ref.label in HOSTED and any(is_id(key) for key in (ref.keys[-1], *ref.former)):
        raise BadRowError(where.file, where.line, f"{ref.label}.key", repr(ref.keys[-1]), "a name such as owner/name")


def _check_edge(record: EdgeRecord, seen: dict[int, NodeRecord]) -> None:
    kind = schema.EDGES.get(record.type)
    if kind is None:
        raise AtlasError(f"a source made an edge of the unknown type {record.type}")
    if kind.derived:
        raise AtlasError(f"a source made an edge of the type {record.type}, which measures alone write")
    for end, labels in ((record.start, kind.start), (record.end, kind.end)):
        if end.ref.label not in labels:
            raise AtlasError(f"{kind.type} does not join {end.ref.label}; it joins {' or '.join(labels)}")
        _check_node(end, seen)
    _check_props(kind.type, record.props, record.where)
    for name in kind.key_props:
        if "|" in str(record.props[name]):
            found = repr(record.props[name])[:80]
            raise BadRowError(record.where.file, record.where.line, f"{kind.type}.{name}", found, "text without |")


def _check_props(owner: str, props: Props, where: Where) -> None:
    rules, given = _RULES[owner], known(props)
    for name, value in given.items():
        rule = rules.by_name.get(name)
        if rule is None:
            raise AtlasError(f"a source gave {owner} the unknown property {name}")
        if not rule.holds(value):
            raise BadRowError(where.file, where.line, f"{owner}.{name}", repr(value)[:80], rule.expected)
        if rule.indexed and isinstance(value, str) and len(value) > _LONGEST:
            expected = f"text of up to {_LONGEST} characters"
            raise BadRowError(where.file, where.line, f"{owner}.{name}", f"{len(value)} characters", expected)
    for name in rules.required - given.keys():
        raise BadRowError(where.file, where.line, f"{owner}.{name}", "nothing", rules.by_name[name].expected)

"""Whether a record keeps to the schema. Community Edition has no existence and type constraints, so this stands in."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence

from graph import schema
from graph.errors import AtlasError, BadRowError
from graph.kinds import Prop, PropType
from graph.model import EdgeRecord, NodeRecord, Props, Record, Value, Where

_MONTH = r"\d{4}-(?:0[1-9]|1[0-2])"
_DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_LARGEST_INTEGER = 2**63 - 1


def _text(value: Value) -> bool:
    return isinstance(value, str) and value != ""


def _matches(pattern: str) -> Callable[[Value], bool]:
    whole = re.compile(pattern)
    return lambda value: isinstance(value, str) and whole.fullmatch(value) is not None


def _integer(value: Value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST_INTEGER


def _number(value: Value) -> bool:
    return isinstance(value, float | int) and not isinstance(value, bool) and math.isfinite(value)


_HOLDS: dict[PropType, tuple[Callable[[Value], bool], str]] = {
    "str": (_text, "text"),
    "url": (_matches(r"https?://\S+"), "an http address"),
    "int": (_integer, "a whole number"),
    "float": (_number, "a finite number"),
    "bool": (lambda value: isinstance(value, bool), "true or false"),
    "month": (_matches(_MONTH), "a month such as 2025-04"),
    "period": (_matches(rf"{_MONTH}(?:\.\.{_MONTH})?"), "a month such as 2025-04 or a span such as 2025-02..2025-08"),
    "date": (_matches(_DATE), "a date such as 2025, 2025-04 or 2025-04-12"),
    "list[str]": (lambda value: isinstance(value, list) and all(_text(item) for item in value), "a list of texts"),
}


def check(record: Record) -> None:
    """Nothing, when `record` keeps to the schema; BadRowError with the first property that does not, else."""
    if isinstance(record, NodeRecord):
        _check_node(record)
    else:
        _check_edge(record)


def known(props: Props) -> dict[str, Value]:
    """`props` without those that are unknown (None, empty text, empty list)."""
    return {name: value for name, value in props.items() if value is not None and value not in ("", [])}


def _check_node(record: NodeRecord) -> None:
    kind = schema.NODES.get(record.ref.label)
    if kind is None:
        raise AtlasError(f"a source made a node of the unknown label {record.ref.label}")
    _check_props(kind.label, kind.props, known(record.props), record.where)


def _check_edge(record: EdgeRecord) -> None:
    kind = schema.EDGES.get(record.type)
    if kind is None:
        raise AtlasError(f"a source made an edge of the unknown type {record.type}")
    for end, labels in ((record.start, kind.start), (record.end, kind.end)):
        if end.ref.label not in labels:
            raise AtlasError(f"{kind.type} does not join {end.ref.label}; it joins {' or '.join(labels)}")
        if end.props:
            _check_node(end)
    _check_props(kind.type, kind.props, known(record.props), record.where)


def _check_props(owner: str, declared: Sequence[Prop], given: Mapping[str, Value], where: Where) -> None:
    by_name = {prop.name: prop for prop in declared}
    for name in given.keys() - by_name.keys():
        raise AtlasError(f"a source gave {owner} the unknown property {name}")
    for prop in declared:
        value = given.get(prop.name)
        if value is None and not prop.required:
            continue
        holds, expected = _HOLDS[prop.type]
        if not holds(value):
            found = "nothing" if value is None else repr(value)[:80]
            raise BadRowError(where.file, where.line, f"{owner}.{prop.name}", found, expected)

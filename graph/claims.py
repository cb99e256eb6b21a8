"""What several snapshots say of one node or edge, and what holds in the end: pure, and the same in any order.

An element keeps the `snapshots` that claim it. While there is one, the properties are its claim; from the second on,
`claims` keeps each snapshot's own properties, so that a snapshot can be taken back. Each stands under its mark:
rank, date of the data, Snapshot's key, and the name that the source used where that is not the node's key (for an
edge: those of its start and of its end), so that the claim can follow the name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from graph import schema
from graph.kinds import NodeKind
from graph.model import Origin, Value

Claim = dict[str, Value]
Claims = dict[str, Claim]
BOOKS = {"key", "snapshots", "claims"}
"""Properties by which the loader keeps its books."""
INTERNAL = {*BOOKS, *schema.DERIVED}


def settled(claims: Claims, kind: NodeKind | None = None) -> Claim:
    """The properties that hold: lists are united; of other values a correction's, else the newest source's."""
    if len(claims) == 1:
        return dict(*claims.values())
    result: Claim = {}
    for mark in sorted(claims):
        for name, value in claims[mark].items():
            result[name] = _united(result.get(name), value) if isinstance(value, list) and name in result else value
    return _named_at_present(claims, result, kind) if kind is not None else result


def order_mark(origin: Origin) -> str:
    """The mark that orders claims, the strongest last: corrections, then the date of the data, then the key."""
    return f"{int(origin.method == 'correction')}|{origin.as_of}|{origin.key}"


def told(mark: str, *names: str) -> str:
    """`mark` with the names under which a node, or the ends of an edge, were told; "" stands for the node's key."""
    return "|".join((mark, *names)) if any(names) else mark


def parted(mark: str, count: int) -> tuple[str, list[str]]:
    """The mark without names, and its `count` names."""
    parts = mark.split("|")
    return "|".join(parts[:3]), parts[3:] or [""] * count


def snapshot_of(mark: str) -> str:
    """The Snapshot's key in an order mark."""
    return mark.split("|")[2]


def decode(stored: Mapping[str, object]) -> Claims:
    """The claims of an element out of its stored properties."""
    marks, text = stored.get("snapshots"), stored.get("claims")
    if isinstance(text, str):
        return {str(mark): claim for mark, claim in json.loads(text).items()}
    if isinstance(marks, list) and marks:
        return {str(marks[0]): {name: _value(value) for name, value in stored.items() if name not in INTERNAL}}
    return {}


def encode(claims: Claims, kind: NodeKind | None = None, gone: Iterable[str] = ()) -> dict[str, object]:
    """The properties to store, for `SET n += …`: what holds, the claimants, and null for what no longer holds."""
    several = len(claims) > 1
    stored: dict[str, object] = dict.fromkeys(gone)
    stored |= settled(claims, kind)
    stored["snapshots"] = sorted(claims)
    stored["claims"] = json.dumps(claims, ensure_ascii=False, sort_keys=True) if several else None
    return stored


def add(claims: Claims, mark: str, claim: Claim) -> None:
    """Put `claim` under `mark`. Rows of one snapshot are combined: what either knows, and the larger of two values."""
    held = claims.setdefault(mark, claim)
    if held is not claim and held != claim:
        claims[mark] = {name: _larger(held.get(name), claim.get(name)) for name in held | claim}


def merge(*parts: Claims) -> Claims:
    """The claims of several parts together."""
    result: Claims = {}
    for claims in parts:
        for mark, claim in claims.items():
            add(result, mark, claim)
    return result


def names_in(claims: Claims) -> set[str]:
    """The names of all properties that are claimed."""
    return set().union(*claims.values())


def _larger(one: Value, other: Value) -> Value:
    if one is None or other is None:
        return other if one is None else one
    if isinstance(one, list) and isinstance(other, list):
        return _united(one, other)
    return (
        max(one, other)
        if isinstance(one, int | float) and isinstance(other, int | float)
        else max(str(one), str(other))
    )


def _united(held: Value, value: list[str]) -> list[str]:
    return sorted({*(held if isinstance(held, list) else []), *value})


def _value(value: object) -> Value:
    return value if isinstance(value, str | int | float | bool | list) else None


def _named_at_present(claims: Claims, result: Claim, kind: NodeKind) -> Claim:
    # A newer table may still use a former name; that does not bring it back.
    former = {name.lower() for name in _united(result.get(kind.former), [])}
    names = [claims[mark].get(kind.title) for mark in sorted(claims)]
    present = [name for name in names if isinstance(name, str) and name.lower() not in former]
    return result | {kind.title: present[-1]} if former and present else result

"""What several snapshots say of one node or edge, and what holds in the end: pure, and the same in any order.

An element keeps the `snapshots` that claim it. While there is one, the properties are its claim; from the second on,
`claims` keeps each snapshot's own properties, so that a snapshot can be taken back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph import schema
from graph.kinds import NodeKind
from graph.model import Origin, Value

Claim = dict[str, Value]
Claims = dict[str, Claim]
INTERNAL = {"key", "snapshots", "claims", *schema.DERIVED}


@dataclass(frozen=True, slots=True)
class Element:
    """The claims of one node or edge, by the order mark of their snapshot."""

    claims: Claims

    def settled(self, kind: NodeKind | None = None) -> Claim:
        """The properties that hold: lists are united; of other values a correction's, else the newest source's."""
        result: Claim = {}
        for mark in sorted(self.claims):
            for name, value in self.claims[mark].items():
                result[name] = _united(result.get(name), value) if isinstance(value, list) else value
        return _named_at_present(self.claims, result, kind) if kind is not None else result


def order_mark(origin: Origin) -> str:
    """The mark that orders claims, the strongest last: corrections, then the date of the data, then the key."""
    return f"{int(origin.method == 'correction')}|{origin.as_of}|{origin.key}"


def snapshot_of(mark: str) -> str:
    """The Snapshot's key in an order mark."""
    return mark.split("|", 2)[2]


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
    stored: dict[str, object] = dict.fromkeys(gone)
    stored |= Element(claims).settled(kind)
    stored["snapshots"] = sorted(claims)
    several = len(claims) > 1
    stored["claims"] = json.dumps(claims, ensure_ascii=False, sort_keys=True) if several else None
    return stored


def combine(first: Claim | None, second: Claim) -> Claim:
    """Two rows of one snapshot about one element: what either knows; where they differ, the larger value."""
    if not first:
        return dict(second)
    result = dict(first)
    for name, value in second.items():
        held = result.get(name)
        if isinstance(value, list):
            result[name] = _united(held, value)
        elif held is None or (str(type(value)), str(value)) > (str(type(held)), str(held)):
            result[name] = value
    return result


def merge(*parts: Claims) -> Claims:
    """The claims of several elements that turn out to be one."""
    result: Claims = {}
    for claims in parts:
        for mark, claim in claims.items():
            result[mark] = combine(result.get(mark), claim)
    return result


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

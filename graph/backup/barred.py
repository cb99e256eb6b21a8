"""Who is in a snapshot, and asked to be forgotten after it was saved. They are not brought back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from graph import schema
from graph.backup.container import Snapshot
from graph.backup.parts import BY_NAME, KEY, Part
from graph.forget import is_barred
from graph.names import name_of
from graph.node_kinds import DEVELOPER


@dataclass(frozen=True, slots=True)
class Barred:
    """Those developers: their nodes, all their names and ids, their logins."""

    nodes: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    logins: frozenset[str] = frozenset()


def barred_in(snapshot: Snapshot, listed: set[str]) -> Barred:
    """The developers in `snapshot` of whom a name or an id is `listed`, and was not when it was saved."""
    since = listed - {str(of[KEY]) for of in _all(snapshot, schema.FORGOTTEN_LABEL)}
    if not since:
        return Barred()
    aliases = ((name_of(DEVELOPER.label, str(of[KEY])), str(of["node"])) for of in _all(snapshot, schema.ALIAS_LABEL))
    named = [(name, node) for name, node in aliases if name]
    nodes = {node for name, node in named if is_barred(since, name)}
    logins: set[str] = set()
    for of in _all(snapshot, DEVELOPER.label):
        if (key := str(of[KEY])) in nodes or is_barred(since, key):
            nodes.add(key)
            props = cast("Mapping[str, object]", of["props"])
            logins |= {str(props.get("login")), *cast("list[str]", props.get("former_logins", []))}
    names = {name for name, node in named if node in nodes}
    return Barred(frozenset(nodes), frozenset(nodes | names), frozenset(logins))


def _all(snapshot: Snapshot, name: str) -> Iterator[dict[str, object]]:
    part: Part = BY_NAME[name]
    for number, _ in enumerate(snapshot.groups(part)):
        yield from part.elements(snapshot.group(part, number))

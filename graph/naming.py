"""What names mean, from all that sources say of names and ids: pure, and the same in whatever order they said it.

The rule: a name means the id that bears it now; of several (a repository deleted and created again, a login given to
someone else) the largest, which is the youngest. A name that is only known to have been borne means that id. Names
without an id of their own are one with the names that they replaced or were replaced by, and mean those names' id;
without any id, all of them mean the one that nothing came after.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from graph.keys import Ref, is_id


class Link(StrEnum):
    """How a key stands to a name: an id that bears or bore it, a name that came after or before it."""

    BEARS = "bears"
    BORE = "bore"
    AFTER = "after"
    BEFORE = "before"


class Saying(NamedTuple):
    """One thing that one snapshot says of a name."""

    snapshot: str
    link: Link
    key: str


Sayings = Mapping[str, frozenset[Saying]]
"""What is said of each name."""


def sayings_of(refs: Iterable[Ref], snapshot: str) -> dict[str, frozenset[Saying]]:
    """What `refs` say of names; a name without id and without another name says nothing."""
    said: dict[str, set[Saying]] = defaultdict(set)
    for ref in refs:
        name, former = ref.keys[-1], [key for key in ref.former if key != ref.keys[-1]]
        if is_id(ref.key):
            said[name].add(Saying(snapshot, Link.BEARS, ref.key))
            for before in former:
                said[before].add(Saying(snapshot, Link.BORE, ref.key))
        else:
            for before in former:
                said[name].add(Saying(snapshot, Link.BEFORE, before))
                said[before].add(Saying(snapshot, Link.AFTER, name))
    return {name: frozenset(sayings) for name, sayings in said.items()}


def neighbours(sayings: Iterable[Saying]) -> set[str]:
    """The names that came after or before a name."""
    return {saying.key for saying in sayings if not is_id(saying.key)}


def meanings(said: Sayings) -> dict[str, str]:
    """The node key that each name of `said` means; `said` holds their neighbours, and the neighbours' too."""
    own = {name: key for name, sayings in said.items() if (key := _own_id(sayings))}
    meant = dict(own)
    for group in _groups({name: neighbours(said[name]) for name in said if name not in own}):
        beside = {own[near] for name in group for near in neighbours(said[name]) if near in own}
        best = max(beside, key=_number) if beside else _present(group, said)
        meant |= dict.fromkeys(group, best)
    return meant


def _own_id(sayings: Iterable[Saying]) -> str | None:
    bears, bore = _keys(sayings, Link.BEARS), _keys(sayings, Link.BORE)
    return max(bears - bore or bears | bore, key=_number, default=None)


def _present(group: set[str], said: Sayings) -> str:
    return min(group, key=lambda name: (bool(_keys(said[name], Link.AFTER)), name))


def _keys(sayings: Iterable[Saying], link: Link) -> set[str]:
    return {saying.key for saying in sayings if saying.link is link}


def _number(key: str) -> int:
    return int(key.partition(":")[2])


def _groups(near: Mapping[str, set[str]]) -> list[set[str]]:
    groups, seen = [], set[str]()
    for start in sorted(near):
        if start in seen:
            continue
        group, waiting = set[str](), [start]
        while waiting:
            name = waiting.pop()
            if name not in group:
                group.add(name)
                waiting.extend(near[name] & near.keys() - group)
        seen |= group
        groups.append(group)
    return groups

"""What the server remarks on a statement, each thing once: it tells of every place where a name stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

ABSENT = re.compile(r"The (?P<kind>property|label|relationship type) `(?P<name>.+)` does not exist")
"""How the server says that no data have a name."""
_LEVEL = re.compile(r"^(?:warn|info|note): ")


@dataclass(frozen=True, slots=True)
class Remark:
    """What the graph has nothing of, a `kind` (property, label, relationship type) and `names`; or a sentence.

    `times` is in how many places of the statement it is so.
    """

    kind: str = ""
    names: tuple[str, ...] = ()
    text: str = ""
    times: int = 1


def gathered(sentences: Iterable[str]) -> tuple[Remark, ...]:
    """One remark for each kind of what is absent, with its names in order, and for each other sentence."""
    found: dict[str, Remark] = {}
    for sentence in sentences:
        new = _remark(" ".join(sentence.split()))
        former = found.get(new.kind or new.text)
        found[new.kind or new.text] = _both(former, new) if former else new
    return tuple(found.values())


def _remark(sentence: str) -> Remark:
    if absent := ABSENT.search(sentence):
        return Remark(absent["kind"], (absent["name"],))
    return Remark(text=_LEVEL.sub("", sentence).rstrip("."))


def _both(one: Remark, other: Remark) -> Remark:
    return replace(one, names=tuple(sorted({*one.names, *other.names})), times=one.times + other.times)

"""What a node kind, an edge kind and a property are. The kinds themselves stand in `schema.py`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PropType = Literal["str", "int", "float", "bool", "month", "period", "date", "url", "list[str]"]
"""`month` is `2025-04`; `period` a month or a span `2025-02..2025-08`; `date` is `2025`, `2025-04` or `2025-04-12`,
as precise as the source was; times carry UTC. All are stored as strings but int, float, bool and list[str]."""


@dataclass(frozen=True, slots=True)
class Prop:
    """One property: name, type, meaning with unit; must a record have it, is it indexed, does a measure write it."""

    name: str
    type: PropType
    about: str
    required: bool = False
    indexed: bool = False
    derived: bool = False


@dataclass(frozen=True, slots=True)
class NodeKind:
    """A label with its properties, and how it looks: colour (Okabe-Ito), shape, plural for the legend.

    `title` is the property that people read, `former` the one that lists what it was before, `searched` the
    properties of the full-text index.
    """

    label: str
    plural: str
    about: str
    props: tuple[Prop, ...]
    color: str
    shape: str = "dot"
    title: str = "name"
    searched: tuple[str, ...] = ()

    former: str = ""

    def prop(self, name: str) -> Prop | None:
        """The property called `name`, or None."""
        return next((p for p in self.props if p.name == name), None)


@dataclass(frozen=True, slots=True)
class EdgeKind:
    """A relationship type between two labels; `key_props` join the ends in its key.

    `key_where_known` join it too, where an edge has them: one without is another edge.
    """

    type: str
    start: tuple[str, ...]
    end: tuple[str, ...]
    about: str
    props: tuple[Prop, ...]
    key_props: tuple[str, ...] = ("source",)
    key_where_known: tuple[str, ...] = ()
    derived: bool = False

    def prop(self, name: str) -> Prop | None:
        """The property called `name`, or None."""
        return next((p for p in self.props if p.name == name), None)

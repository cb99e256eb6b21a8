"""What is taken out: a view with its question, its answer, and where it came from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from graph.model import Coverage, Table
from viz.drawing import Drawing
from viz.language import named, say, termed

CAPS = {"limit"}
"""Parameters that bound an answer and do not change what is asked."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A view with its answer: `drawing` of a network, or else what gives the `chart` as SVG in a theme; the rows.

    `address` is the live page's, absolute where the host is known. `parameters` are bound values by name.
    """

    view: str
    title: str
    table: Table
    question: str = ""
    answer: str = ""
    parameters: Mapping[str, object] = field(default_factory=dict)
    cypher: str = ""
    address: str = ""
    drawing: Drawing | None = None
    chart: Callable[[str], str] | None = None

    @property
    def coverage(self) -> Coverage:
        """What the answer rests on."""
        return self.drawing.coverage if self.drawing else self.table.coverage

    @property
    def cut(self) -> bool:
        """Whether more was found than is shown."""
        return self.drawing.cut if self.drawing else self.table.cut

    @property
    def as_of(self) -> str:
        """The day of the newest data, such as 2025-08-10, or "" where no source tells."""
        return max((str(found) for each in self.coverage.snapshots if (found := each.get("as_of"))), default="")

    @property
    def amount(self) -> str:
        """How much is shown, in words."""
        if self.drawing is None:
            return say("page.rows", n=len(self.table.rows))
        marks, edges = len(self.drawing.marks), say("page.edges", n=len(self.drawing.lines))
        nodes = say("page.nodes", n=max(marks, self.drawing.holds))
        shown = say("caption.marks", n=marks, nodes=nodes) if self.drawing.holds > marks else nodes
        return say("page.amount", nodes=shown, edges=edges)

    @property
    def asked(self) -> tuple[tuple[str, str], ...]:
        """The parameters that say something, name and value in words."""
        return tuple((named(name), _typed(value)) for name, value in self.parameters.items() if said(value))

    @property
    def asked_most(self) -> tuple[tuple[str, str], ...]:
        """The parameters that tell one question from another: no caps, and nothing that is switched off."""
        kept = {name: value for name, value in self.parameters.items() if value not in (False, 0) and name not in CAPS}
        return replace(self, parameters=kept).asked


def said(value: object) -> bool:
    """Whether a parameter says something: it is neither absent nor empty."""
    return value is not None and value not in ("", [], ())


def _typed(value: object) -> str:
    if isinstance(value, bool):
        return say("value.yes" if value else "value.no")
    return say("page.comma").join(map(str, value)) if isinstance(value, list | tuple) else termed(str(value))

"""A chart before it is a page or a file: Altair's chart, and what stands around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from graph.model import Table
from viz.drawing import Group

if TYPE_CHECKING:
    import altair

    Chart = altair.Chart | altair.LayerChart

Fit = Literal["both", "width"]
"""Whether a chart fills the page, or has the height that its rows need."""


@dataclass(frozen=True, slots=True)
class Option:
    """A way to look at the same answer, such as `scale`: what it is called, and its choices, the usual one first."""

    name: str
    title: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """Another query whose answer a chart shows beside its own, such as dated events."""

    query: str
    given: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Look:
    """How to look at an answer: options, what was asked (bound parameters), the answers beside, and given colours."""

    options: Mapping[str, str] = field(default_factory=dict)
    asked: Mapping[str, object] = field(default_factory=dict)
    beside: Mapping[str, Table] = field(default_factory=dict)
    colors: Mapping[str, str] = field(default_factory=dict)
    """The colour of each project (in lower case) on a page with several charts of the same ones; else empty."""

    def rows(self, name: str) -> list[dict[str, object]]:
        """The rows of the answer beside of that name; none where it was not asked for."""
        return self.beside[name].records() if name in self.beside else []


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart with its legend (`groups` can be hidden), the months it plays through, and what it cannot show."""

    chart: Chart
    fit: Fit = "both"
    groups: tuple[Group, ...] = ()
    frames: Sequence[str] = ()
    widest: int = 0
    """Pixels that it is never wider than; 0 where it takes all that there is."""
    tall: int = 0
    """Pixels that it is high at least where the page is narrow; 0 where it is as high as the page."""
    notes: tuple[str, ...] = ()
    empty: str = ""
    """Why nothing is drawn, where an answer has rows and none has a place."""
    means: tuple[str, ...] = ()
    """What sizes and colours mean, in words."""

"""Charts of answers, one per file: the query's name with underscores, and `draw(table, look)`, pure.

A module may have `OPTIONS` (ways to look at the same answer), `beside(asked)` (other queries whose answers it
marks, by name) and `NEAR` (charts of other measures, for where its own is not loaded). Each is a view: its title, its
words and its parameters come from the query's header.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from graph.errors import BadInputError, NotFoundError
from graph.model import Table
from viz.language import in_months, say
from viz.vega.drawn import Ask, Drawn, Look, Option

PLAIN = Look()
Draw = Callable[[Table, Look], Drawn]


@cache
def names() -> tuple[str, ...]:
    """The names of all charts, as their queries are called."""
    return tuple(sorted(module.name.replace("_", "-") for module in iter_modules(__path__)))


def draw(name: str, table: Table, look: Look = PLAIN) -> Drawn:
    """The chart of an answer of the query `name`."""
    by_name: Draw = _module(name).draw
    return by_name(table, look)


def options(name: str) -> tuple[Option, ...]:
    """The ways to look at the chart `name`."""
    found: tuple[Option, ...] = getattr(_module(name), "OPTIONS", ())
    return found


def chosen(name: str, given: Mapping[str, object]) -> dict[str, str]:
    """The choice for each option of the chart, the first where none is given; BadInputError where there is no such."""
    found = {}
    for option in options(name):
        value = str(given.get(option.name) or option.choices[0])
        if value not in option.choices:
            raise BadInputError(f"{option.name} is {value!r}: expected {' or '.join(option.choices)}")
        found[option.name] = value
    return found


def beside(name: str, asked: Mapping[str, object]) -> dict[str, Ask]:
    """The other queries whose answers the chart `name` shows, by what the chart calls them."""
    by_name: Callable[[Mapping[str, object]], dict[str, Ask]] | None = getattr(_module(name), "beside", None)
    return by_name(asked) if by_name else {}


def panels(name: str, asked: Mapping[str, object]) -> tuple[Ask, ...]:
    """The views that stand below the chart `name` on its page, most charts have none."""
    by_name: Callable[[Mapping[str, object]], tuple[Ask, ...]] | None = getattr(_module(name), "panels", None)
    return by_name(asked) if by_name else ()


def near(name: str) -> tuple[str, ...]:
    """The charts to be looked at where the chart `name` has nothing to draw."""
    found: tuple[str, ...] = getattr(_module(name), "NEAR", ())
    return found


def painted(name: str, asked: Mapping[str, object]) -> dict[str, str]:
    """The colour of each project on the page of the chart `name` and of those below it; empty where they choose."""
    by_name: Callable[[Mapping[str, object]], dict[str, str]] | None = getattr(_module(name), "painted", None)
    return by_name(asked) if by_name else {}


def picture(
    name: str, table: Table, look: Look = PLAIN, *, form: str = "svg", theme: str = "light", title: str = ""
) -> bytes:
    """The chart as an SVG or PNG file with its title and what it rests on."""
    from viz.vega.picture import picture as made  # noqa: PLC0415 - slow to import

    return made(draw(name, table, look), form, theme=theme, title=title, under=rests_on(table) if title else ())


def svg(name: str, table: Table, theme: str = "light", look: Look = PLAIN, *, title: str = "") -> str:
    """The chart as the text of an SVG file."""
    return picture(name, table, look, theme=theme, title=title).decode()


def rests_on(table: Table) -> tuple[str, ...]:
    """What an answer rests on, in a line: sources and months; and that it is cut, where it is."""
    told = table.coverage
    line = say("page.comma").join(filter(None, (in_months(told), *told.sources)))
    cut = say("caption.cutChart") if table.cut else ""
    return tuple(filter(None, (f"ossatlas: {line}" if line else "ossatlas", cut)))


def _module(name: str) -> ModuleType:
    if name not in names():
        raise NotFoundError(f"There is no chart of the query {name!r}; there are {', '.join(names())}")
    return import_module(f"{__name__}.{name.replace('-', '_')}")

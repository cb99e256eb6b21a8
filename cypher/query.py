"""A question of the catalogue, as its file declares it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from cypher import params
from cypher.params import Param
from graph.model import Column
from graph.projection import Projection

Kind = Literal["table", "graph", "metric"]
KINDS: tuple[Kind, ...] = ("table", "graph", "metric")
SUBJECTS = ("repository", "developer")


@dataclass(frozen=True, slots=True)
class Budget:
    """Most seconds that a query may run, and most rows (or nodes, or edges) that it answers with; None is no limit."""

    seconds: float
    rows: int | None


BUDGETS: dict[Kind, Budget] = {
    "table": Budget(10.0, 10_000),
    "graph": Budget(10.0, 10_000),
    "metric": Budget(600.0, None),
}


@dataclass(frozen=True, slots=True)
class Writes:
    """What a metric's result is stored as: properties of nodes of a label, or edges of a type with properties."""

    name: str
    properties: tuple[str, ...]
    edges: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A question: `text` is the whole statement, with its fragments, ready to be copied and run.

    `examples` are values as a person types them, by parameter; the first is the one that docs show.
    `undated` says of a network with a window what the months leave as it is. `load` is the command that loads what the
    bundled data lack for it. Of the parameters `one_of` just one
    has to be given.
    """

    name: str
    family: str
    title: str
    about: str
    kind: Kind
    params: tuple[Param, ...]
    returns: tuple[Column, ...]
    text: str
    examples: tuple[Mapping[str, str], ...]
    budget: Budget
    needs: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    writes: Writes | None = None
    projection: Projection | None = None
    sizes: str = ""
    weights: str = ""
    undated: str = ""
    load: str = ""
    file: str = ""
    lines: Mapping[str, int] = field(default_factory=dict, repr=False, compare=False)

    def param(self, name: str) -> Param | None:
        """The parameter called `name`, or None."""
        return next((param for param in self.params if param.name == name), None)

    @property
    def asks_for_values(self) -> bool:
        """Whether it cannot be asked without a value: of a required parameter, or of one among several."""
        return bool(self.one_of) or any(param.required for param in self.params)

    @property
    def subjects(self) -> tuple[str, ...]:
        """Of `repository` and `developer` those that it cannot be asked without: its view has a page for each."""
        named = (param for param in self.params if param.required or param.name in self.one_of)
        return tuple(param.name for param in named if param.name in SUBJECTS)

    def raised(self, given: Mapping[str, object]) -> dict[str, object]:
        """The values `given` with four times as much asked for where a parameter caps that; empty where none can rise.

        Such parameters are called `limit`, or their text begins with "how many".
        """
        caps = [param for param in self.params if param.name == "limit" or param.about.startswith("how many")]
        bound = self.bind(given)
        more = {param.name: min(4 * int(str(bound[param.name])), int(param.high or 0)) for param in caps}
        found = {name: value for name, value in more.items() if value > int(str(bound[name]))}
        return {**given, **found} if found else {}

    def line(self, *entry: str) -> int:
        """The line of a header entry, such as `line("param", "limit")`; of the statement for `line("body")`."""
        return self.lines.get(" ".join(entry), 1)

    def bind(self, values: Mapping[str, object] | None = None) -> dict[str, object]:
        """A checked value for each parameter, names still as typed; BadInputError says which value cannot be taken."""
        bound = params.bind(self.params, values or {}, self.name)
        params.refuse_all_but_one(bound, self.one_of, self.name)
        return bound

    def command(self, values: Mapping[str, str | Sequence[str]] | None = None) -> str:
        """The command line that asks this with `values`, or with the first example."""
        chosen = values if values is not None else (self.examples[0] if self.examples else {})
        words = [f"--{name.replace('_', '-')} {_quoted(value)}" for name, value in chosen.items()]
        return " ".join(["ossatlas query", self.name, *words])


def _quoted(value: str | Sequence[str]) -> str:
    from shlex import quote  # noqa: PLC0415 - asked for by docs and pages alone

    return quote(value if isinstance(value, str) else ",".join(value))

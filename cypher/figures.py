"""Published figures computed again: each by a question of the catalogue, or with what is missing and would help."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from pydantic import BaseModel, ConfigDict

from cypher.run import run
from graph.errors import AtlasError, BadInputError
from graph.model import Table

if TYPE_CHECKING:
    from cypher.catalogue import Catalogue
    from graph.database import Database

RECIPES = Path(__file__).with_name("figures.yml")
_PUBLISHED = """
MATCH (f:Figure)
RETURN f.id AS id, f.subject AS subject, f.name AS name, f.value AS value, f.unit AS unit, f.note AS note ORDER BY id
"""


class Ask(BaseModel):
    """A question of the catalogue and its values, as a person types them."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)

    query: str
    values: dict[str, str] = {}


class Recipe(BaseModel):
    """How a figure is computed: questions, rows that count, what is taken; or what is missing, and what loads it."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)

    asks: tuple[Ask, ...] = ()
    where: dict[str, str | bool] = {}
    take: str = "count"
    times: float = 1.0
    reason: str = ""
    lacks: str = ""
    load: str = ""


@dataclass(frozen=True, slots=True)
class Reproduced:
    """One figure: as published, as computed (None where it cannot be), and why they differ or what is missing."""

    id: str
    subject: str
    figure: str
    unit: str
    published: float
    ours: float | None
    reason: str
    command: str

    @property
    def difference(self) -> float | None:
        """Ours less the published value; None where ours is unknown."""
        return None if self.ours is None else self.ours - self.published


def recipes(path: Path = RECIPES) -> dict[str, Recipe]:
    """All recipes by the figure's number."""
    loaded = yaml.safe_load(path.read_text("utf-8"))
    return {number: Recipe.model_validate(recipe) for number, recipe in loaded.items()}


def reproduce(database: Database, questions: Catalogue) -> Iterator[Reproduced]:
    """Every figure that is loaded, computed again; one without a recipe says so."""
    known = recipes()
    for row in database.read(_PUBLISHED).records():
        recipe = known.get(str(row["id"]), Recipe(lacks="a recipe in cypher/figures.yml"))
        yield _reproduced(row, recipe, computed(database, questions, recipe))


def computed(database: Database, questions: Catalogue, recipe: Recipe) -> float | None:
    """The figure by its recipe, the mean over its questions; None where one of them has no value."""
    found = [_asked(database, questions, ask, recipe) for ask in recipe.asks]
    values = [value for value in found if value is not None]
    return recipe.times * sum(values) / len(values) if values and len(values) == len(found) else None


def _asked(database: Database, questions: Catalogue, ask: Ask, recipe: Recipe) -> float | None:
    try:
        answer = run(database, questions.find(ask.query), ask.values)
    except AtlasError as error:
        if error.status == BadInputError.status:
            raise
        return None  # a name that the graph does not have, which is what `lacks` tells
    rows = answer.records() if isinstance(answer, Table) else []
    return taken(recipe.take, [row for row in rows if all(_plain(row.get(k)) == v for k, v in recipe.where.items())])


def _plain(value: object) -> object:
    return value if isinstance(value, bool) else str(value)


def taken(what: str, rows: Sequence[Mapping[str, object]]) -> float | None:
    """What `take` says of the rows: their count, distinct names in a column, or a value of one; None without any."""
    verb, _, column = what.partition(" ")
    if verb == "count":
        return float(len(rows))
    if verb == "distinct":
        return float(len({name for row in rows for name in _names(row[column])}))
    values = [float(value) for row in rows if isinstance(value := row[column], int | float)]
    return _TAKEN[verb](values) if values else None


def _names(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


_TAKEN: dict[str, Callable[[Sequence[float]], float]] = {
    "first": lambda values: values[0],
    "sum": sum,
    "mean": _mean,
    "least": min,
    "most": max,
}


def _reproduced(row: Mapping[str, object], recipe: Recipe, ours: float | None) -> Reproduced:
    note = str(row["note"] or "")
    why = recipe.reason or note if ours is not None else f"missing: {recipe.lacks}"
    command = recipe.load if ours is None else " && ".join(_command(ask) for ask in recipe.asks)
    number, subject, name, unit = (str(row[key]) for key in ("id", "subject", "name", "unit"))
    return Reproduced(number, subject, name, unit, float(str(row["value"])), ours, why, command)


def _command(ask: Ask) -> str:
    from shlex import quote  # noqa: PLC0415 - rarely asked

    words = [f"--{name.replace('_', '-')} {quote(value)}" for name, value in ask.values.items()]
    return " ".join(["ossatlas query", ask.query, *words])

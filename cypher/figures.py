"""Published figures computed again: each by a question of the catalogue, or with what is missing and would help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from pydantic import BaseModel, ConfigDict

from cypher.run import run
from cypher.taking import counting, taken
from graph.errors import NotFoundError, QueryTimeoutError
from graph.model import Table

if TYPE_CHECKING:
    from cypher.catalogue import Catalogue
    from graph.database import Database

RECIPES = Path(__file__).with_name("figures.yml")
BUNDLED, LOADS = "the bundled tables", "ossatlas demo --no-serve"
_PUBLISHED = """
MATCH (f:Figure)
RETURN f.id AS id, f.subject AS subject, f.name AS name, f.value AS value, f.unit AS unit, f.note AS note ORDER BY id
"""
_TOLD = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)


class Ask(BaseModel):
    """A question of the catalogue and its values, as a person types them."""

    model_config = _TOLD

    query: str
    values: dict[str, str] = {}

    @property
    def command(self) -> str:
        """The command line that asks it."""
        from shlex import quote  # noqa: PLC0415 - rarely asked

        words = [f"--{name.replace('_', '-')} {quote(value)}" for name, value in self.values.items()]
        return " ".join(["ossatlas query", self.query, *words])


class Unless(BaseModel):
    """Rows that leave a figure unknown where a number of theirs is too large, such as the share of the unknown."""

    model_config = _TOLD

    where: dict[str, str | bool]
    column: str
    over: float


class Taking(BaseModel):
    """How a number is computed: questions, rows that count, what is taken of them, in which unit."""

    model_config = _TOLD

    asks: tuple[Ask, ...] = ()
    where: dict[str, str | bool] = {}
    unless: Unless | None = None
    between: dict[str, tuple[str, str]] = {}
    take: str = "count"
    times: float = 1.0


class Further(BaseModel):
    """What is computed beside the published figures: its subject and unit, and what another table has, if one does."""

    model_config = _TOLD

    subject: str
    figure: str
    unit: str
    published: Taking | None = None


class Recipe(Taking):
    """How a figure is computed, why it may differ; what is missing where it cannot be, and which command loads it."""

    reason: str = ""
    lacks: str = ""
    load: str = ""
    further: Further | None = None


@dataclass(frozen=True, slots=True)
class Reproduced:
    """One figure: as published, as computed (None where it cannot be), and why they differ or what is missing.

    A further one stands beside the published figures; what no report tells of it is None.
    """

    id: str
    subject: str
    figure: str
    unit: str
    published: float | None
    ours: float | None
    reason: str
    command: str
    further: bool = False

    @property
    def difference(self) -> float | None:
        """Ours less the published value; None where one of them is unknown."""
        return None if self.ours is None or self.published is None else self.ours - self.published


@dataclass(slots=True)
class Answers:
    """What the catalogue answers, each question asked once; `late` are those that ran longer than they may."""

    database: Database
    questions: Catalogue
    late: set[str] = field(default_factory=set)
    _held: dict[str, Sequence[Mapping[str, object]]] = field(default_factory=dict)

    def rows(self, ask: Ask) -> Sequence[Mapping[str, object]]:
        """The rows of an answer; none where the graph does not have a name that is asked for, or time ran out."""
        if ask.command not in self._held:
            self._held[ask.command] = self._asked(ask)
        return self._held[ask.command]

    def _asked(self, ask: Ask) -> Sequence[Mapping[str, object]]:
        try:
            answer = run(self.database, self.questions.find(ask.query), ask.values)
        except NotFoundError:
            return []  # a name that the graph does not have, which is what `lacks` tells
        except QueryTimeoutError:
            self.late.add(ask.command)
            return []
        return answer.records() if isinstance(answer, Table) else []


def recipes(path: Path = RECIPES) -> dict[str, Recipe]:
    """All recipes by the figure's number, further ones among them."""
    loaded = yaml.safe_load(path.read_text("utf-8"))
    return {number: Recipe.model_validate(recipe) for number, recipe in loaded.items()}


def reproduce(database: Database, questions: Catalogue) -> Iterator[Reproduced]:
    """Every figure that is loaded, computed again, then the further ones; one without a recipe says so."""
    known, answers = recipes(), Answers(database, questions)
    loaded = database.read(_PUBLISHED).records()
    for row in loaded:
        recipe = known.get(str(row["id"]), Recipe(lacks="a recipe in cypher/figures.yml"))
        number, subject, name, unit = (str(row[key]) for key in ("id", "subject", "name", "unit"))
        told, note = float(str(row["value"])), str(row["note"] or "")
        yield reproduced(answers, recipe, Reproduced(number, subject, name, unit, told, None, note, ""))
    for number, recipe in known.items() if loaded else ():
        if (more := recipe.further) is not None:
            published = computed(answers, more.published) if more.published else None
            plain = Reproduced(number, more.subject, more.figure, more.unit, published, None, "", "", further=True)
            yield reproduced(answers, recipe, plain)


def computed(answers: Answers, taking: Taking) -> float | None:
    """The number that is taken, the mean over the questions; None where one of them has no value."""
    found = [_value(answers.rows(ask), taking) for ask in taking.asks]
    values = [value for value in found if value is not None]
    return taking.times * sum(values) / len(values) if values and len(values) == len(found) else None


def _value(rows: Sequence[Mapping[str, object]], taking: Taking) -> float | None:
    unless = taking.unless
    if not rows or (unless and (taken(f"most {unless.column}", counting(rows, unless.where)) or 0) > unless.over):
        return None
    return taken(taking.take, counting(rows, taking.where), taking.between)


def reproduced(answers: Answers, recipe: Recipe, figure: Reproduced) -> Reproduced:
    """The `figure`, whose reason is the published note as yet, with our value, all reasons and a command."""
    from dataclasses import replace  # noqa: PLC0415 - rarely asked

    ours, commands = computed(answers, recipe), [ask.command for ask in recipe.asks]
    late = [command for command in commands if command in answers.late]
    why, command = recipe.reason, " && ".join(commands)
    if late:
        ours, why = None, "the question ran longer than it may; ask again when the machine has less to do"
    elif ours is None:
        why, command = f"missing: {recipe.lacks or BUNDLED}", recipe.load if recipe.lacks else LOADS
    reason = "; ".join(text for text in (why, figure.reason) if text)
    return replace(figure, ours=ours, reason=reason, command=command)

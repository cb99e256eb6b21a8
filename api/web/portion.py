"""Which part of a table is asked for: `fields=` its columns, `page_size=` and `cursor=` its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from api.web.cursor import CURSOR, packed, unpacked
from cypher.problem import near
from graph.errors import BadInputError, OutdatedError
from graph.model import Table

if TYPE_CHECKING:
    from api.answer import Answer

FIELDS, SIZE = "fields", "page_size"
NAMES = (FIELDS, SIZE, CURSOR)
LARGEST = 10_000
DESCRIBED: tuple[dict[str, Any], ...] = (
    {"name": FIELDS, "in": "query", "description": "The columns to answer with, in this order; all where it is absent.",
     "schema": {"type": "array", "items": {"type": "string"}, "minItems": 1}, "style": "form", "explode": False},
    {"name": SIZE, "in": "query", "description": "Rows to a page; all at once where it is absent.",
     "schema": {"type": "integer", "minimum": 1, "maximum": LARGEST}},
    {"name": CURSOR, "in": "query", "description": "Where the page begins: a part of the address in `next`.",
     "schema": {"type": "string"}},
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Portion:
    """Columns by name, all where none is named; rows to a page, all where that is none; and where it begins."""

    fields: tuple[str, ...] = ()
    size: int | None = None
    cursor: str = ""

    def place(self, question: str, version: str) -> int:
        """The row, counted from 0, at which the page of the answer to `question` begins.

        OutdatedError where the cursor is of other data, BadInputError where it is of another question.
        """
        if not self.cursor:
            return 0
        at, asked, held = unpacked(self.cursor, int, str, str)
        if asked != question:
            raise BadInputError("cursor: it is of another question; only `page_size` and `fields` may change")
        if held != version:
            raise OutdatedError("the data have changed since the cursor was given; begin again without it")
        return max(0, int(at))

    @property
    def paged(self) -> bool:
        """Whether it is a page and not all rows."""
        return bool(self.size or self.cursor)

    def of(self, answer: Answer, at: int) -> Answer:
        """`answer` with the columns and the rows from row `at` on that are asked for.

        BadInputError names the first column that it does not have.
        """
        if not self.fields and not self.paged:
            return answer
        table = answer.result
        if not isinstance(table, Table):
            raise BadInputError(f"{answer.query} answers with a network, which has neither columns nor pages")
        shown = replace(table, rows=table.rows[at : self.size and at + self.size])
        return replace(answer, result=picked(shown, self.fields) if self.fields else shown)

    def next_cursor(self, answer: Answer, at: int, question: str, version: str) -> str:
        """The cursor of the page after that from row `at` on; "" where it is the last one."""
        more = self.size and at + self.size < len(answer.table.rows)
        return packed(at + self.size, question, version) if self.size and more else ""


def picked(table: Table, fields: tuple[str, ...]) -> Table:
    """The columns `fields` of `table`, in that order."""
    places = chosen([column.name for column in table.columns], fields)
    columns = tuple(table.columns[place] for place in places)
    return replace(table, columns=columns, rows=[[row[place] for place in places] for row in table.rows])


def chosen(names: list[str], fields: tuple[str, ...]) -> list[int]:
    """Where each of `fields` stands among `names`; BadInputError names the first that is not there."""
    for field in fields:
        if field not in names:
            raise BadInputError(f"fields: there is no column {field!r}; {near(field, names)}")
    return [names.index(field) for field in fields]


def apart(given: Mapping[str, object]) -> tuple[Portion, dict[str, object]]:
    """The portion that `given` asks for, and its other parameters."""
    rest = {name: value for name, value in given.items() if name not in NAMES}
    size, cursor = given.get(SIZE), given.get(CURSOR, "")
    if not isinstance(cursor, str):
        raise BadInputError("cursor: found several, expected one")
    return Portion(_fields(given.get(FIELDS, "")), None if size is None else _size(size), cursor), rest


def _fields(value: object) -> tuple[str, ...]:
    names = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(part.strip() for name in names for part in str(name).split(",") if part.strip()))


def _size(value: object) -> int:
    text = str(value)
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:10]) <= LARGEST:
        raise BadInputError(f"page_size: found {text[:40]!r}, expected a whole number from 1 to {LARGEST}")
    return int(text)

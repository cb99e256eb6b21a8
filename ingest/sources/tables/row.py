"""One row of a table by the names of fields: typed values, and refusals that say what was found and expected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from graph.errors import BadRowError
from graph.model import Where
from ingest.sources.tables.cells import clean

Value = TypeVar("Value")
LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A row: where it stands, its cells, and which cell each field is."""

    where: Where
    cells: list[str]
    index: Mapping[str, int]
    names: tuple[str, ...]

    def words(self, field: str) -> str:
        """The words of `field`; empty where the cell is, or the table has no such column."""
        at = self.index.get(field)
        return clean(self.cells[at]) if at is not None and at < len(self.cells) else ""

    def known(self, field: str, read: Callable[[str], Value]) -> Value | None:
        """The value of `field`, or None where its cell is empty; BadRowError where it cannot be read."""
        words = self.words(field)
        return self._read(field, words, read) if words else None

    def needed(self, field: str, read: Callable[[str], Value]) -> Value:
        """The value of `field`; BadRowError where it is empty or cannot be read."""
        return self._read(field, self.words(field), read)

    def refused(self, field: str, expected: str) -> BadRowError:
        """The refusal of this row for its `field`, in the words of the table's own heading."""
        at = self.index.get(field)
        name = self.names[at] if at is not None else field
        words = self.words(field)
        shown = words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN]}…"
        return BadRowError(self.where.file, self.where.line, clean(name), shown or "nothing", expected)

    def _read(self, field: str, words: str, read: Callable[[str], Value]) -> Value:
        try:
            return read(words)
        except ValueError as error:
            raise self.refused(field, str(error)) from None

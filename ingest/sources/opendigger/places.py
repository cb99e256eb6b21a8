"""Where in OpenDigger's files something stands, and what is said when it cannot be taken."""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import BadRowError
from graph.model import Where

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Place:
    """One row: its file, below OpenDigger's address or the export's folder, and its number."""

    file: str
    line: int

    @property
    def where(self) -> Where:
        """The place as records name it."""
        return Where(self.file, self.line)

    def bad(self, field: str, found: object, expected: str) -> BadRowError:
        """The refusal of this row."""
        return BadRowError(self.file, self.line, field, shown(found), expected)


def shown(value: object) -> str:
    """`value` as a message names it: short, and by its kind where it is no single value."""
    match value:
        case None:
            return "nothing"
        case bool():
            return str(value).lower()
        case dict():
            return "an object"
        case list():
            return "a list"
        case _:
            text = repr(value)
            return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def whole(value: object) -> int:
    """`value` where it is a positive whole number; ValueError saying what is expected, else."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 2**63:
        raise ValueError("a whole number, 1 or more")
    return value

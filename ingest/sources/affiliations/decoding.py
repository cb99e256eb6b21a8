"""JSON read member by member, with the line of each: a large file is held as text and not as objects too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from graph.errors import BadInputError

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")


class Document:
    """A JSON text whose arrays and objects can be walked through; what is broken is a BadInputError with its line."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.lines, self.seen = 1, 0

    def line(self, at: int) -> int:
        """The line of place `at`; places are asked for in their order."""
        self.lines += self.text.count("\n", self.seen, at)
        self.seen = max(self.seen, at)
        return self.lines

    def first(self) -> str:
        """The first sign, `[` or `{` in a file that can be taken."""
        at = self._skip(0)
        return self.text[at : at + 1]

    def items(self, at: int = 0) -> Iterator[tuple[int, object]]:
        """The line and the value of each item of the array at `at`."""
        at = self._expect(at, "[")
        if self.text[at : at + 1] == "]":
            return
        while True:
            value, end = self._value(at)
            yield self.line(at), value
            at = self._skip(end)
            if self.text[at : at + 1] == "]":
                return
            at = self._expect(at, ",")

    def members(self, at: int = 0) -> Iterator[tuple[str, int]]:
        """The name and the place of the value of each member of the object at `at`."""
        at = self._expect(at, "{")
        if self.text[at : at + 1] == "}":
            return
        while True:
            name, end = self._value(at)
            at = self._expect(end, ":")
            yield str(name), at
            at = self._skip(self._value(at)[1])
            if self.text[at : at + 1] == "}":
                return
            at = self._expect(at, ",")

    def value(self, at: int) -> object:
        """The value at `at`."""
        return self._value(at)[0]

    def _value(self, at: int) -> tuple[object, int]:
        try:
            return _DECODER.raw_decode(self.text, self._skip(at))
        except (json.JSONDecodeError, RecursionError) as error:
            where = getattr(error, "pos", at)
            raise self._broken(where) from None

    def _expect(self, at: int, sign: str) -> int:
        at = self._skip(at)
        if self.text[at : at + 1] != sign:
            raise self._broken(at)
        return self._skip(at + 1)

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def _broken(self, at: int) -> BadInputError:
        line = self.text.count("\n", 0, at) + 1
        return BadInputError(f"{self.file}:{line}: the JSON breaks off or is broken here: fetch the file again")

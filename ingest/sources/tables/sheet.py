"""A table as its file holds it: names of columns, and rows of cells in words. One reader per format makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from graph.errors import BadInputError
from ingest.sources.tables.cells import heading

Row = tuple[int, list[str]]
"""A row: its line (or row number) in the file, 1 the first; its cells."""

_PERSONAL = """
email e_mail mail email_address public_email bio biography about_me phone telephone tel mobile birthday
full_name real_name display_name twitter twitter_username wechat qq avatar avatar_url
邮箱 电子邮件 邮件 简介 个人简介 电话 手机 微信 姓名
"""
PERSONAL = frozenset(_PERSONAL.split())
"""Columns that are dropped at reading and that no mapping can ask for."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: `file` is its name in messages; `rows` reads from the first data row on, at each call."""

    file: str
    columns: tuple[str, ...]
    rows: Callable[[], Iterator[Row]]
    notes: tuple[str, ...] = ()

    def without_personal(self) -> Sheet:
        """This table less its personal columns, which do not get further than here."""
        headings = [heading(column) for column in self.columns]
        kept = [at for at, name in enumerate(headings) if name not in PERSONAL]
        if len(kept) == len(headings):
            return self
        gone = ", ".join(column for column, name in zip(self.columns, headings, strict=True) if name in PERSONAL)
        width, read = len(headings), self.rows

        def rows() -> Iterator[Row]:
            for line, cells in read():
                yield line, [cells[at] for at in kept if at < len(cells)] + cells[width:]

        columns = tuple(self.columns[at] for at in kept)
        return replace(self, columns=columns, rows=rows, notes=(*self.notes, f"not read, for it is personal: {gone}"))


def checked_columns(file: str, columns: list[str]) -> tuple[str, ...]:
    """The names of the columns, when no two are alike; BadInputError, else."""
    names = [" ".join(name.split()) for name in columns]
    while names and not names[-1]:
        names.pop()
    if not any(names):
        raise BadInputError(f"{file} has no names of columns: its first row has to hold them")
    seen: dict[str, str] = {}
    for name in names:
        key = heading(name)
        if key and key in seen:
            raise BadInputError(f"{file} has two columns called {seen[key]}: rename one of them")
        seen[key] = name
    return tuple(names)


def one_line(text: str, most: int = 80) -> str:
    """`text` as part of a sentence: on one line, without letters that do not print, cut where it is long."""
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return plain if len(plain) <= most else f"{plain[:most]}…"


def trimmed(cells: list[str], width: int) -> list[str]:
    """`cells` without the empty ones beyond `width`, which spreadsheets like to add."""
    while len(cells) > width and not cells[-1].strip():
        cells.pop()
    return cells

"""A file and its mapping into a dataset: checked once from end to end, then read row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import BadInputError, BadRowError
from graph.keys import GITHUB, slug
from graph.model import Origin, Record, Where
from ingest.fingerprint import fingerprint
from ingest.source import Dataset, Item
from ingest.sources.tables import values
from ingest.sources.tables.closing import closing_records
from ingest.sources.tables.context import Context
from ingest.sources.tables.fields import PLATFORM, TableKind, check_given, match
from ingest.sources.tables.formats import open_table
from ingest.sources.tables.guess import guess_kind, kind_named, needs
from ingest.sources.tables.kinds.coverage import COVERAGE
from ingest.sources.tables.mapping import Mapping
from ingest.sources.tables.row import Row
from ingest.sources.tables.sheet import Sheet

if TYPE_CHECKING:
    from ingest.identity import Identities

WHOLE_FILE = 0
"""The line of what no single row tells; the loader does not count it as a row."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A table that is ready to be read: its sheet, its kind, which column each field is, what was noted."""

    sheet: Sheet
    kind: TableKind
    index: dict[str, int]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a table holds: data rows, first and last month (empty where it has none)."""

    rows: int
    first: str = ""
    last: str = ""


def table_dataset(path: Path, mapping: Mapping, identities: Identities) -> Dataset:
    """The dataset of the table in `path`; BadInputError before the first record when the file cannot be taken."""
    plan = plan_table(path, mapping)
    extent = measure(plan)
    beside = _beside(path, mapping)
    origin = _origin(path, mapping, plan, extent, identities.files)
    extra = measure(beside).rows if beside else 0
    read = partial(_items, plan, beside, origin, mapping, identities)
    return Dataset(origin, read, extent.rows + extra, plan.notes)


def plan_table(path: Path, mapping: Mapping) -> Plan:
    """How the table in `path` is to be read: its kind, told or guessed, and its columns."""
    sheet = open_table(path, mapping.part)
    kind = kind_named(mapping.kind) if mapping.kind else guess_kind(sheet.file, sheet.columns, mapping.given)
    check_given(kind, sheet.columns, mapping.given, sheet.file)
    index = match(kind, sheet.columns, mapping.given, sheet.file)
    missing = kind.missing(index)
    if missing:
        raise BadInputError(
            f"{sheet.file} lacks {' and '.join(missing)} for a table of {kind.name}; "
            f"its columns are {', '.join(sheet.columns)}"
        )
    _check_period(sheet, kind, index, mapping)
    guessed = () if mapping.kind else (f"read as a table of {kind.name}, by its columns",)
    return Plan(sheet, kind, index, (*guessed, *sheet.notes, *_unread(sheet, index, mapping)))


def measure(plan: Plan) -> Extent:
    """How much the table holds, after reading it once: a file that breaks off is found before anything is loaded."""
    rows, months = 0, set[str]()
    at = plan.index.get("month")
    for _, cells in plan.sheet.rows():
        rows += 1
        if at is not None and at < len(cells):
            months.add(cells[at])
    if not rows:
        raise BadInputError(
            f"{plan.sheet.file} has names of columns and no rows: expected at least one ({needs(plan.kind)})"
        )
    known = sorted(filter(None, map(_month, months)))
    return Extent(rows, known[0], known[-1]) if known else Extent(rows)


def content_hash(paths: list[Path], mapping: Mapping) -> str:
    """The SHA-256 of the bytes of a table and its alias files, and of the mapping by which they are read."""
    return fingerprint([mapping.model_dump_json()], paths)


def _month(words: str) -> str:
    try:
        return values.month(words)
    except ValueError:
        return ""


def _check_period(sheet: Sheet, kind: TableKind, index: dict[str, int], mapping: Mapping) -> None:
    counts = any(field.name in ("month", "period") for field in kind.may)
    if counts and not mapping.period and not {"month", "period"}.intersection(index):
        raise BadInputError(
            f"{sheet.file} has no column of months: say which period its counts cover, such as 2025-02..2025-08"
        )


def _unread(sheet: Sheet, index: dict[str, int], mapping: Mapping) -> tuple[str, ...]:
    rest = [name for at, name in enumerate(sheet.columns) if name and at not in index.values()]
    rest = [name for name in rest if name not in mapping.ignore]
    return (f"columns that are not known and were not read: {', '.join(rest)}",) if rest else ()


def _beside(path: Path, mapping: Mapping) -> Plan | None:
    if mapping.coverage in ("rows", "none"):
        return None
    return plan_table(path.parent / mapping.coverage, Mapping(kind=COVERAGE.name))


def _origin(path: Path, mapping: Mapping, plan: Plan, extent: Extent, aliases: tuple[Path, ...]) -> Origin:
    covers = mapping.covers or mapping.period
    first, _, last = covers.partition("..")
    first, last = (extent.first, extent.last) if extent.first else (first, last or first)
    as_of = mapping.as_of or last
    if not as_of:
        raise BadInputError(f"{plan.sheet.file}: say the day that its data stand for (as_of), such as 2025-08-10")
    name = mapping.name or path.name.partition(".")[0]
    files = [path] if mapping.coverage in ("rows", "none") else [path, path.parent / mapping.coverage]
    return Origin(
        source=mapping.source or slug(name).replace("_", "-"),
        method=mapping.method or plan.kind.method,
        dataset=name,
        title=mapping.title or path.name,
        address=mapping.address,
        content_hash=content_hash([*files, *aliases], mapping),
        as_of=as_of,
        covers_from=first or None,
        covers_to=last or None,
        gaps=mapping.gaps,
    )


def _items(
    plan: Plan, beside: Plan | None, origin: Origin, mapping: Mapping, identities: Identities
) -> Iterator[Item]:  # fmt: skip
    context = Context(identities=identities, origin=origin, mapping=mapping)
    yield from _rows(plan, context)
    if beside is not None:
        yield from _rows(beside, context)
    yield from closing_records(context, Where(plan.sheet.file, WHOLE_FILE))


def _rows(plan: Plan, context: Context) -> Iterator[Item]:
    for line, cells in plan.sheet.rows():
        row = Row(Where(plan.sheet.file, line), cells, plan.index, plan.sheet.columns)
        try:
            yield from _records(row, plan.kind, context)
        except BadRowError as refusal:
            yield refusal


def _records(row: Row, kind: TableKind, context: Context) -> list[Record]:
    """All records of one row, or none: a row is taken whole or refused."""
    cells, columns = len(row.cells), len(row.names)
    if cells > columns:
        raise BadRowError(row.where.file, row.where.line, "row", f"{cells} cells", f"{columns}, as many as columns")
    row.known(PLATFORM.name, values.one_of(GITHUB))  # a table of several hosts: the others' rows are refused
    found = list(kind.read(row, context))
    context.seen.add(found, row)
    return found

"""A month of the store as developer x repository: made by an engine, kept as Parquet, made anew when inputs change."""

# ruff: noqa: S608 - columns are our own, never input
from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from ingest.fingerprint import fingerprint
from ingest.sources.gharchive import meaning
from ingest.sources.gharchive.activities import COUNTED
from ingest.sources.gharchive.bounded import bounded
from ingest.sources.gharchive.extract import quoted

if TYPE_CHECKING:
    from ingest.sources.gharchive.engines import Engine
    from ingest.sources.gharchive.selection import Selection
    from ingest.sources.gharchive.store import Entry, Store

VERSION = "1"
"""Of the meaning: with another one, kept months are made anew."""
_COLUMNS = ("developer", "developer_id", "account_type", "repository", "repository_id", "month", *COUNTED)
_ORDER = "repository_id NULLS LAST, repository, developer_id NULLS LAST, developer"
_IDS = ("developer_id", "repository_id")
_BATCH = 10_000
FORM = "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 65536)"

Row = dict[str, "str | int | None"]


@dataclass(frozen=True, slots=True)
class Month:
    """The pairs of a month in `path`, sorted by repository and developer.

    work: a folder of the store, for what does not fit in memory. content: hash of the pairs. rows: their number.
    doubles: events that came in more than one input. unknown: merged pull requests of which nobody tells who opened
    them. seen: id and last name of the repositories of a selection by name or id, with all names that they had (for
    other selections the pairs tell it).
    """

    path: Path
    work: Path
    content: str
    rows: int
    doubles: int
    unknown: int
    seen: tuple[tuple[int | None, str, tuple[str, ...]], ...] = ()


def make_month(store: Store, engine: Engine, month: str, selection: Selection) -> Month:
    """The month, from every input of the store that tells of it."""
    entries = [entry for entry in store.entries(month) if entry.summary.kept]
    bare = any(entry.summary.bare.get(month) for entry in entries)
    before = store.up_to(month) if bare else []
    path = store.pairs / f"{month}-{_key(entries, before)}.parquet"
    if not (path.exists() and _beside(path).exists()):
        _make(store, engine, month, (path, entries, before), by_name=selection.kind == "repositories")
    return _read(path, store.work)


def pairs_of(path: Path) -> Iterator[Row]:
    """The rows of a month, in their order; columns are `_COLUMNS`."""
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(_BATCH):
            yield from batch.to_pylist()


def _key(entries: list[Entry], before: list[str]) -> str:
    return fingerprint([VERSION, *(entry.hash for entry in entries), "|", *before])[:16]


def _make(
    store: Store, engine: Engine, month: str, what: tuple[Path, list[Entry], list[str]], *, by_name: bool
) -> None:
    path, entries, before = what
    facts: dict[str, object] = {"doubles": 0, "unknown": 0, "seen": []}
    with store.scratch(month) as work:
        made: list[Path] = []
        if entries:
            whole = all(entry.summary.months == {month} for entry in entries)
            unique = _unique(store, engine, entries, (month, work), whole=whole)
            facts["doubles"] = sum(entry.summary.kept for entry in entries) - _count(unique) if whole else 0
            openers = _openers(store, engine, before, work)
            facts["unknown"] = _unknown(engine, unique, openers, work) if before else 0
            facts["seen"] = _seen(unique, work) if by_name else []
            sums = engine.write(
                meaning.sums(engine.table(unique), engine.table(openers) if openers else None), work / "sums"
            )
            made = engine.write(meaning.pairs(engine.table(sums), month, _nameless(sums, work)), work / "pairs")
        _keep(made, path, facts, work)
    for old in store.pairs.glob(f"{month}-*"):
        if not old.name.startswith(path.stem):
            old.unlink(missing_ok=True)


def _unique(store: Store, engine: Engine, entries: list[Entry], where: tuple[str, Path], *, whole: bool) -> list[Path]:
    """Files with each event of the month once: the inputs' own where these have no other month and no id twice."""
    files, (month, work) = [store.path(entry.hash) for entry in entries], where
    query = "SELECT count(*) = count(DISTINCT id) FROM read_parquet(?)"  # a reading leaves no doubles within its input
    if whole:
        with bounded(work / "spill", ordered=False) as look:
            if len(files) == 1 or look.execute(query, [[str(file) for file in files]]).fetchall() == [(True,)]:
                return files
    return engine.write(meaning.unique(engine.table(files), month), work / "unique")


def _openers(store: Store, engine: Engine, before: list[str], work: Path) -> list[Path]:
    files = [store.path(hash_) for hash_ in before]
    return engine.write(meaning.opened(engine.table(files)), work / "openers") if files else []


def _unknown(engine: Engine, unique: list[Path], openers: list[Path], work: Path) -> int:
    merged = meaning.merges(engine.table(unique), engine.table(openers) if openers else None)
    return _count(engine.write(merged.filter(merged["author"].isnull()), work / "unknown"))


def _nameless(sums: list[Path], work: Path) -> list[str]:
    """Of developer and repository, those that have rows without an id: before 2015 the archive told none of actors."""
    known = [f"{what} IS NULL" for what in _IDS]
    with bounded(work / "spill") as store:
        query = f"SELECT {', '.join(f'bool_or({one})' for one in known)} FROM read_parquet(?)"
        found = store.execute(query, [[str(one) for one in sums]]).fetchall()[0]
    return [what.removesuffix("_id") for what, lacks in zip(_IDS, found, strict=True) if lacks]


def _count(files: list[Path]) -> int:
    return sum(pq.read_metadata(file).num_rows for file in files)


def _seen(unique: list[Path], work: Path) -> list[tuple[int | None, str, list[str]]]:
    query = """
    SELECT max(repository_id), max(moment || repository)[21:], list_sort(list(DISTINCT lower(repository)))
    FROM read_parquet(?) GROUP BY coalesce(repository_id::VARCHAR, lower(repository)) ORDER BY 2, 1
    """
    with bounded(work / "spill") as store:
        return store.execute(query, [[str(file) for file in unique]]).fetchall()


def _keep(made: list[Path], path: Path, facts: dict[str, object], work: Path) -> None:
    """The parts that an engine made as one sorted file at `path`, with the facts beside; the file comes last."""
    part = work / "sorted.parquet"
    names = ", ".join(_COLUMNS)
    if made:
        with bounded(work / "spill") as sorter:
            query = f"SELECT {names} FROM read_parquet(?) ORDER BY {_ORDER}"
            sorter.execute(f"COPY ({query}) TO {quoted(part)} {FORM}", [[str(one) for one in made]]).fetchall()
    else:
        _nothing(part)
    facts["content"] = fingerprint(str(tuple(row.values())) for row in pairs_of(part))
    beside = work / "facts.json"
    beside.write_text(json.dumps(facts), encoding="utf-8")
    beside.replace(_beside(path))
    part.replace(path)


def _nothing(path: Path) -> None:
    import pyarrow as pa  # noqa: PLC0415 - only where a month has nothing

    types = {name: pa.int64() for name in (*COUNTED, "developer_id", "repository_id")}
    schema = pa.schema([(name, types.get(name, pa.string())) for name in _COLUMNS])
    pq.write_table(schema.empty_table(), path)


def _beside(path: Path) -> Path:
    return path.with_suffix(".json")


def _read(path: Path, work: Path) -> Month:
    facts = json.loads(_beside(path).read_text(encoding="utf-8"))
    seen = tuple((number, name, tuple(names)) for number, name, names in facts["seen"])
    rows, doubles, unknown = pq.read_metadata(path).num_rows, int(facts["doubles"]), int(facts["unknown"])
    return Month(path, work, str(facts["content"]), rows, doubles, unknown, seen)

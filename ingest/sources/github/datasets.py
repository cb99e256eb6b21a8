"""Datasets from what was collected: made of the store and the cursors alone, so the same reading gives the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from graph.model import Origin, Record, Where
from ingest import records
from ingest.fingerprint import fingerprint
from ingest.nodes import Nodes
from ingest.pairs import WHOLE, Covered, Pair, coverage_records, pair_records
from ingest.source import Dataset, Item
from ingest.sources.github.counting import Counts, Window, counted
from ingest.sources.github.coverage import covered_of, gaps_of, window_of
from ingest.sources.github.cursor import Cursor
from ingest.sources.github.facts import Facts
from ingest.sources.github.reading import refused
from ingest.sources.github.store import Store
from ingest.sources.github.telling import Known, bursts, forks_of, repository_records

if TYPE_CHECKING:
    from ingest.identity import Identities
    from ingest.web.replies import Json

SOURCE, TOTALS = "github", "github-contributors"
SITE = "https://github.com"


@dataclass(frozen=True, slots=True)
class Shelf:
    """What datasets are made of: the rules and the store."""

    identities: Identities
    store: Store


def repository_dataset(shelf: Shelf, cursor: Cursor, meet: Callable[[Counts], None] | None = None) -> Dataset:
    """One repository: its facts, and what people did there month by month. `meet` is shown what is counted."""
    facts = Facts.of_marks(cursor.of("facts"))
    window = window_of(cursor)
    with counted(shelf.store, facts.id, window) as counts:
        gaps = gaps_of(cursor, counts.lost())
        known = _known(cursor, facts, covered_of(cursor, facts, window, gaps))
        rows, digest = _digest(known, counts, gaps, shelf.identities)
        if meet is not None:
            meet(counts)
    first, last = known.covered[0].months if known.covered else (None, None)
    origin = Origin(
        SOURCE, "api", str(facts.id), f"GitHub: {facts.name}", f"{SITE}/{facts.name}", digest, read_on(cursor),
        first, last, gaps,
    )  # fmt: skip
    return Dataset(origin, partial(_read, shelf, known, window, origin), rows, replaces=True)


def _read(shelf: Shelf, known: Known, window: Window, origin: Origin) -> Iterator[Item]:
    with counted(shelf.store, known.facts.id, window) as counts:
        yield from repository_records(known, counts, Nodes(shelf.identities), origin)


def read_on(cursor: Cursor) -> str:
    """The day of the reading."""
    return cursor.text("reading", "day")


def _known(cursor: Cursor, facts: Facts, covered: tuple[Covered, ...]) -> Known:
    names = cursor.of("names").get("former")
    former = tuple(str(name) for name in names) if isinstance(names, list) else ()
    ahead = cursor.of("parent").get("ahead")
    return Known(
        facts, former, covered, ahead if isinstance(ahead, int) else None, forks_of(cursor.of("forks").get("rows")),
        cursor.text("done", "stars"), tuple(refused(cursor)),
    )  # fmt: skip


def _digest(known: Known, counts: Counts, gaps: tuple[str, ...], identities: Identities) -> tuple[int, str]:
    """How many rows there are, and the hash of all that is told."""
    told = 0

    def texts() -> Iterator[str]:
        nonlocal told
        facts = replace(known.facts, issues=None, pulls=None, releases=None)  # which GraphQL alone counts
        yield _line([facts.as_marks(), list(known.former), known.ahead, known.forks, list(gaps)])
        yield _line([str(known.covered), known.stars_at, [str(error) for error in known.refused]])
        for pair in counts.pairs(known.facts.name, known.facts.id):
            told += 1
            yield _line([pair.developer, pair.developer_id, pair.account_type, pair.month, dict(pair.counts)])
        notable = [astuple(pull) for pull in counts.notable()]
        stars = [*counts.stars(), *bursts(known, counts)]
        for rows in (counts.labels(), counts.opened(), counts.releases(), stars, notable):
            told += len(rows)
            yield _line(rows)

    digest = fingerprint(texts(), identities.files)
    return told, digest


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def contributors_dataset(shelf: Shelf, cursor: Cursor) -> Dataset | None:
    """Commits on the default branch per account, in all; None where the list was not read or is not given."""
    rows = cursor.of("contributors").get("rows")
    if not isinstance(rows, list) or not rows:
        return None
    facts = Facts.of_marks(cursor.of("facts"))
    months = (facts.created_at[:7], max(cursor.text("done", "contributors"), facts.created_at)[:7])
    pairs = tuple(_commits(row, facts, months) for row in rows if isinstance(row, list))
    digest = fingerprint([facts.name, *months, *(_line(row) for row in rows)], shelf.identities.files)
    origin = Origin(
        TOTALS, "totals", f"{facts.id}/contributors", f"GitHub: contributors of {facts.name}",
        f"{SITE}/{facts.name}/graphs/contributors", digest, read_on(cursor), *months,
    )  # fmt: skip
    covered = Covered(facts.name, months, ("commits",), facts.id)
    return Dataset(origin, partial(_totals, shelf, pairs, covered, origin), len(pairs), replaces=True)


def _commits(row: list[Json], facts: Facts, months: tuple[str, str]) -> Pair:
    login, number, kind, commits = row
    period = months[0] if months[0] == months[1] else "..".join(months)
    counts = {"commits": int(str(commits))}
    return Pair(str(login), facts.name, period, counts, _number(number), facts.id, str(kind))


def _number(value: Json) -> int | None:
    return value if isinstance(value, int) else None


def _totals(shelf: Shelf, pairs: tuple[Pair, ...], covered: Covered, origin: Origin) -> Iterator[Item]:
    nodes = Nodes(shelf.identities)
    yield from coverage_records([covered], nodes, origin)
    yield from pair_records(pairs, nodes, origin)


def absent_dataset(shelf: Shelf, name: str, why: str, day: str) -> Dataset:
    """A repository that was asked for and cannot be had: a gap, with its reason."""
    digest = fingerprint([name, why], shelf.identities.files)
    origin = Origin(SOURCE, "api", name.lower(), f"GitHub: {name}", f"{SITE}/{name}", digest, day, gaps=(why,))

    def read() -> Iterator[Record]:
        where = Where(origin.title, WHOLE)
        what = records.repository(name, where)
        yield records.not_covered_by(what, records.snapshot(origin.key, where), SOURCE, why, where)

    return Dataset(origin, read, 0, replaces=True)

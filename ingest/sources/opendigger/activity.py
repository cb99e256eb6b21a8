"""Who was active in a repository, by month: OpenDigger's activity_details as contributions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from graph.errors import BadRowError
from graph.model import Origin
from ingest import records
from ingest.nodes import Nodes
from ingest.pairs import Covered, coverage_records
from ingest.source import Dataset, Item
from ingest.sources.opendigger.metrics import METRICS
from ingest.sources.opendigger.months import EXPECTED, read_key
from ingest.sources.opendigger.places import Place
from ingest.sources.opendigger.platforms import LOGIN, login
from ingest.sources.opendigger.series import NUMBER, covered, finite
from ingest.sources.opendigger.store import Kept
from ingest.sources.opendigger.subject import SOURCE, Subject

METRIC = "activity_details"
COUNTED = ("activity",)
GAP = "of months with more than 100 active developers, those with an activity below 2 are left out"
PAIRS = "pairs of login and activity"


def activity_dataset(subject: Subject) -> Dataset | None:
    """The developers' activity that is kept of `subject`; None where it was never asked for, or is absent."""
    kept = subject.store.read(subject.asked, METRIC)
    if kept is None or kept.absent:
        return None
    months = covered(METRICS[METRIC], kept.content)
    origin = subject.origin(METRIC, "events", [(METRIC, kept)], months, [GAP])
    return Dataset(origin, partial(_items, subject, origin, months), replaces=True)


def _items(subject: Subject, origin: Origin, months: tuple[str, str] | None) -> Iterator[Item]:
    kept = subject.store.read(subject.asked, METRIC) or Kept("", broken="nothing")
    made, file = Nodes(subject.identities), subject.file(METRIC)
    if kept.broken or not isinstance(kept.content, dict):
        yield Place(file, 1).bad("file", kept.broken or kept.content, "JSON as OpenDigger writes it")
        return
    rows = ((key, row) for key in sorted(kept.content) if _counts(key) for row in _rows(kept.content[key]))
    for line, (key, row) in enumerate(rows, start=1):
        yield _item(subject, made, key, row, Place(file, line))
    if months is not None:
        asked = subject.asked
        told = Covered(asked.name, months, COUNTED, subject.number, asked.platform, {"note": GAP})
        yield from coverage_records([told], made, origin)


def _counts(key: str) -> bool:
    """Whether `key` is a month, or none of the known keys and to be refused; the others follow from the months."""
    try:
        return read_key(key).unit == "month"
    except ValueError:
        return True


def _rows(told: object) -> list[object]:
    """The pairs of a month, which older exports write as an object; what cannot be read is one row."""
    if isinstance(told, dict):
        return [[name, number] for name, number in sorted(told.items())]
    return told if isinstance(told, list) else [told]


def _item(subject: Subject, made: Nodes, key: str, row: object, place: Place) -> Item:
    try:
        span = read_key(key)
    except ValueError:
        return place.bad(METRIC, key, EXPECTED)
    found = _pair(key, row, place)
    if isinstance(found, BadRowError):
        return found
    who = made.developer(found[0], place.where, platform=subject.asked.platform)
    to = subject.node(made, place.where)
    return records.contribution(who, to, SOURCE, span.first, {"activity": found[1]}, place.where)


def _pair(key: str, row: object, place: Place) -> tuple[str, float] | BadRowError:
    if not isinstance(row, list) or len(row) != 2:  # noqa: PLR2004
        return place.bad(f"{METRIC}.{key}", row, PAIRS)
    try:
        who = login(row[0])
    except ValueError:
        return place.bad(f"{METRIC}.{key}", row[0], LOGIN)
    if not finite(row[1]) or row[1] < 0:
        return place.bad(f"{METRIC}.{key}.{who}", row[1], NUMBER)
    return who, float(row[1])

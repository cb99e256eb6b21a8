"""Series of a repository, developer or label as measured edges: a data set of all metrics that are kept of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from graph.model import Origin, Record, Where
from ingest import records
from ingest.nodes import Nodes
from ingest.pairs import WHOLE
from ingest.source import Dataset, Item
from ingest.sources.opendigger.metrics import METRICS, STORED
from ingest.sources.opendigger.places import Place
from ingest.sources.opendigger.series import Value, covered, values
from ingest.sources.opendigger.subject import SOURCE, Files, Subject

SHAPES = ("numbers", "parts")


def series_dataset(subject: Subject) -> Dataset | None:
    """The series that are kept of `subject`; None where none was ever asked for."""
    files = _files(subject)
    if not files:
        return None
    spans = {name: covered(METRICS[name], kept.content) for name, kept in files}
    known = [span for span in spans.values() if span]
    months = (min(first for first, _ in known), max(last for _, last in known)) if known else None
    origin = subject.origin("", "reference", files, months, _gaps(subject, files, spans, months))
    return Dataset(origin, partial(_items, subject, origin), replaces=True)


def _gaps(
    subject: Subject, files: Files, spans: dict[str, tuple[str, str] | None], months: tuple[str, str] | None
) -> list[str]:
    absent = [name for name, kept in files if kept.absent]
    said = [f"there is no file of {subject.asked.path} for {', '.join(absent)}"] if absent else []
    # Where a metric begins later or ends earlier than the others it is not zero there but unknown.
    said += [f"{name} is told for {span[0]}..{span[1]} only" for name, span in spans.items() if span and span != months]
    said += [f"{name} has no months" for name, kept in files if not (spans[name] or kept.absent or kept.broken)]
    return said


def _files(subject: Subject) -> Files:
    return [(name, kept) for name, kept in subject.store.all(subject.asked) if METRICS[name].shape in SHAPES]


def _items(subject: Subject, origin: Origin) -> Iterator[Item]:
    # Read anew, so that the contents of thousands of data sets need not be held.
    made, files = Nodes(subject.identities), _files(subject)
    for name, kept in files:
        if kept.broken:
            yield Place(subject.file(name), 1).bad("file", kept.broken, "JSON as OpenDigger writes it")
        elif not kept.absent:
            yield from _measured(subject, name, kept.content, made)
    if subject.asked.kind == "repository":
        yield from _told(subject, origin, files, made)


def _told(subject: Subject, origin: Origin, files: Files, made: Nodes) -> Iterator[Record]:
    """Which series cover the repository, and in which months; or that there is none. They answer no contributions."""
    where = Where(origin.title, WHOLE)
    by, what = records.snapshot(origin.key, where), subject.node(made, where)
    if all(kept.absent for _, kept in files):
        yield records.not_covered_by(what, by, SOURCE, "OpenDigger has no file of it", where)
    elif origin.covers_from and origin.covers_to:
        named = [STORED.get(name, name) for name, kept in files if not kept.absent]
        months = (origin.covers_from, origin.covers_to)
        yield records.covered_by(what, by, SOURCE, origin.method, named, months, where)


def _measured(subject: Subject, name: str, content: object, made: Nodes) -> Iterator[Item]:
    for told in values(METRICS[name], content, subject.file(name)):
        if not isinstance(told, Value):
            yield told
            continue
        where = told.place.where
        what = subject.node(made, where)
        metric = STORED.get(told.metric, told.metric)
        yield records.measured(what, metric, told.preset, told.number, told.span.period, SOURCE, where)

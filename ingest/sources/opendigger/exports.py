"""Which of OpenDigger's exports a file or folder is, and its data sets."""

from __future__ import annotations

from pathlib import Path

from graph.errors import BadInputError
from ingest.desk import Desk
from ingest.fingerprint import fingerprint
from ingest.source import Dataset
from ingest.sources.opendigger.labels.dataset import Labels, labels_dataset
from ingest.sources.opendigger.labels.files import is_labels, label_files
from ingest.sources.opendigger.topics import topics_dataset
from ingest.sources.opendigger.totals import totals_dataset

EXPECTED = (
    "a .csv or .csv.gz of OpenRank sums, a .jsonl of topics, or labels as a folder, .tar.gz or .yml; "
    "a folder of static files is named with --from"
)


def export_dataset(path: Path, desk: Desk, as_of: str) -> Dataset:
    """The data set of the export at `path`; `as_of` is its day, empty for that on which it was first read here."""
    if not path.exists():
        raise BadInputError(f"{path} does not exist: expected {EXPECTED}")
    if path.name.endswith((".csv", ".csv.gz")):
        return totals_dataset(path, as_of or first_read(path, desk))
    if path.name.endswith(".jsonl"):
        return topics_dataset(path, as_of or first_read(path, desk))
    if not is_labels(path):
        raise BadInputError(f"{path} is no export of OpenDigger's: expected {EXPECTED}")
    labels = Labels.of(label_files(path))
    return labels_dataset(labels, desk.identities, as_of or first_seen(labels, desk))


def first_read(path: Path, desk: Desk) -> str:
    """The day on which the bytes of `path` were first read here: a load that is continued later says the same."""
    return _day(fingerprint([], [path]), desk)


def first_seen(labels: Labels, desk: Desk) -> str:
    """The day on which these labels were first read here."""
    return _day(fingerprint(f"{held.file} {held.content!r}" for held in labels.files), desk)


def _day(content: str, desk: Desk) -> str:
    note = desk.room("opendigger") / "read" / content[:16]
    if not note.exists():
        note.parent.mkdir(parents=True, exist_ok=True)
        fresh = note.with_suffix(".new")
        fresh.write_text(desk.now().date().isoformat(), encoding="ascii")
        fresh.replace(note)
    return note.read_text(encoding="ascii")

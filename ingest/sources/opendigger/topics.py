"""OpenDigger's export of repositories with their topics: a JSON object a line, `repo_id`, `repo_name` and `topics`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from graph import edge_kinds as edges
from graph.errors import BadInputError, BadRowError
from graph.model import Origin, Record
from ingest import records
from ingest.fingerprint import fingerprint
from ingest.source import Dataset, Item
from ingest.sources.opendigger.places import Place, whole
from ingest.sources.opendigger.platforms import repository
from ingest.sources.opendigger.shelves import SERVICE
from ingest.sources.opendigger.subject import SOURCE

DATASET = "topics"
LONGEST = 100
ROW = 'an object with repo_id, repo_name and topics, such as {"repo_id": 1, "repo_name": "a/b", "topics": ["c"]}'


def topics_dataset(path: Path, as_of: str) -> Dataset:
    """The data set of the export in `path`, as of a day; BadInputError where it cannot be read."""
    lines = _lines(path)
    origin = Origin(
        source=SOURCE,
        method="reference",
        dataset=DATASET,
        title=f"{SERVICE}: {DATASET}",
        address="https://github.com/X-lab2017/open-digger",
        content_hash=fingerprint(sorted(line for _, line in lines)),
        as_of=as_of,
    )
    return Dataset(origin, lambda: _items(path.name, lines), len(lines), replaces=True)


def _lines(path: Path) -> list[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BadInputError(f"{path.name} is not in UTF-8: save it so") from None
    except OSError as error:
        raise BadInputError(f"{path.name} cannot be read: {error.strerror or error}") from None
    lines = [(at, line) for at, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if not lines:
        raise BadInputError(f"{path.name} is empty: expected {ROW}")
    return lines


def _items(file: str, lines: list[tuple[int, str]]) -> Iterator[Item]:
    for at, line in sorted(lines, key=lambda one: (one[1], one[0])):
        try:
            yield from _records(line, Place(file, at))
        except BadRowError as refusal:
            yield refusal


def _records(line: str, place: Place) -> list[Record]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        raise place.bad("row", "no JSON", ROW) from None
    if not isinstance(told, dict):
        raise place.bad("row", told, ROW)
    topics = told.get("topics")
    if not isinstance(topics, list):
        raise place.bad("topics", topics, "a list of words")
    bad = next((one for one in topics if not isinstance(one, str) or not 0 < len(one.strip()) <= LONGEST), topics)
    if bad is not topics:
        raise place.bad("topics", bad, f"a word of up to {LONGEST} letters")
    what = records.repository(_name(told, place), place.where, number=_id(told, place))
    named = [records.topic(topic.strip(), place.where) for topic in topics]
    return [what, *(records.link(edges.HAS_TOPIC, what, topic, SOURCE, place.where) for topic in named)]


def _id(told: dict[str, object], place: Place) -> int:
    try:
        return whole(told.get("repo_id"))
    except ValueError as error:
        raise place.bad("repo_id", told.get("repo_id"), str(error)) from None


def _name(told: dict[str, object], place: Place) -> str:
    try:
        return repository(told.get("repo_name"))
    except ValueError as error:
        raise place.bad("repo_name", told.get("repo_name"), str(error)) from None

"""Which of the formats a file has, told by what is in it, and the people that it tells of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graph.errors import BadInputError
from ingest.sources.affiliations.decoding import Document
from ingest.sources.affiliations.lists import read_list
from ingest.sources.affiliations.maps import read_map
from ingest.sources.affiliations.people import Telling
from ingest.sources.affiliations.sortinghat import read_export, time_of
from ingest.sources.affiliations.users import read_users
from ingest.sources.tables.lines import lines

_PERSON = re.compile(r"^[^\s:]+(?:[ ][^\s:]+){0,5}:(?:\s|$)")
_PAIR = re.compile(r"^\S+[@!.]\S+[ \t]+\S")
KNOWN = "a CNCF list or github_users.json, a Gitdm map of addresses or domains, or SortingHat's export"


@dataclass(frozen=True, slots=True)
class File:
    """A file whose format is known: whose it usually is, what reads it (anew on each call), and its day if it has."""

    path: Path
    source: str
    read: Callable[[], Telling]
    made: str = ""


def open_file(path: Path) -> File:
    """The file at `path`; BadInputError where it cannot be read, is empty, or has no format that is known."""
    if not path.exists():
        raise BadInputError(f"there is no file {path.name}; expected {KNOWN}")
    if path.is_dir():
        raise BadInputError(f"{path.name} is a folder; expected {KNOWN}")
    text = "".join(lines(path)) if _is_json(path) else ""
    return _json(path, text) if text else _plain(path)


def _is_json(path: Path) -> bool:
    begins = next((line.strip() for line in lines(path) if line.strip()), "")
    if not begins:
        raise BadInputError(f"{path.name} is empty; expected {KNOWN}")
    if begins.startswith("version https://git-lfs"):
        raise BadInputError(
            f"{path.name} is a pointer of Git LFS and not the file itself: fetch it with `git lfs pull`"
        )
    return begins[0] in "[{"


def _json(path: Path, text: str) -> File:
    if Document(text, path.name).first() == "[":
        return File(path, "cncf", lambda: read_users(Document(text, path.name)))
    made = time_of(Document(text, path.name))
    return File(path, "sortinghat", lambda: read_export(Document(text, path.name)), made)


def _plain(path: Path) -> File:
    told = [line.rstrip() for line in lines(path) if line.strip() and not line.lstrip().startswith("#")][:50]
    if any(_PERSON.match(line) for line in told) and any(line[0].isspace() for line in told):
        return File(path, "cncf", lambda: read_list(lines(path), path.name))
    if any(_PAIR.match(line) for line in told):
        return File(path, "gitdm", lambda: read_map(lines(path), path.name))
    raise BadInputError(f"{path.name} has no format that is known; expected {KNOWN}")

"""Where OpenDigger's static files come from: its address or a mirror's, or a folder of the same shape."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote

from graph.errors import BadInputError, NotFoundError
from ingest.sources.opendigger.asked import Asked, Kind
from ingest.sources.opendigger.metrics import METRICS
from ingest.sources.opendigger.platforms import PLATFORMS, login, repository

if TYPE_CHECKING:
    from ingest.http import Client

ADDRESS = "https://oss.open-digger.cn"
"""OpenDigger's own address, which records name also when a mirror or a folder was read."""
SERVICE = "OpenDigger"


class Shelf(Protocol):
    """A place that has static files."""

    def fetch(self, path: str, *, personal: bool = False) -> object:
        """The JSON of the file at `path`; NotFoundError where there is none. One that is `personal` is not cached."""

    def close(self) -> None:
        """Give back what it holds."""


class WebShelf:
    """OpenDigger's address, or a mirror's; answers are kept on disk and asked for by ETag."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def fetch(self, path: str, *, personal: bool = False) -> object:
        """The JSON at `path`; an AbsentError where there is none."""
        return self._client.fetch(f"/{quote(path)}", keep=not personal).data

    def close(self) -> None:
        """Close the connections."""
        self._client.close()


class FolderShelf:
    """A folder with the static files: `github/apache/doris/openrank.json` and so on below it."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise BadInputError(f"{folder} is no folder: expected one with OpenDigger's files, or a mirror's address")
        self._folder = folder

    def fetch(self, path: str, *, personal: bool = False) -> object:  # noqa: ARG002 - nothing is cached here
        """The JSON of the file at `path`, in any case; NotFoundError where there is none, BadInputError for another."""
        found = self._folder
        for part in path.split("/"):
            found = _child(found, part)
        try:
            return json.loads(found.read_text(encoding="utf-8"), object_pairs_hook=_once)
        except (OSError, ValueError, RecursionError) as error:
            raise BadInputError(_why(error)) from error

    def close(self) -> None:
        """Nothing is held."""


def subjects(folder: Path) -> Iterator[Asked]:
    """The repositories and developers that a folder of static files tells of, in order."""
    for platform in sorted(set(PLATFORMS.values())):
        files = sorted((folder / platform).glob("**/*.json"))
        for held in dict.fromkeys(path.parent for path in files if path.stem in METRICS):
            name = held.relative_to(folder / platform).as_posix()
            with suppress(ValueError):
                account = "/" not in name
                kind: Kind = "developer" if account else "repository"
                yield Asked(kind, login(name) if account else repository(name, platform), platform)


def _child(folder: Path, name: str) -> Path:
    exact = folder / name
    if exact.exists():
        return exact
    # Owners and repositories may be written in any case; the folder has one of them.
    alike = [path for path in (folder.iterdir() if folder.is_dir() else ()) if path.name.lower() == name.lower()]
    if not alike:
        raise NotFoundError(f"the folder has no {name}")
    return min(alike)


def _once(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key} twice")
        found[key] = value
    return found


def _why(error: Exception) -> str:
    match error:
        case UnicodeDecodeError():
            return "text that is not UTF-8"
        case json.JSONDecodeError():
            return f"no JSON from character {error.pos} on"
        case RecursionError():
            return "JSON nested too deep"
        case OSError():
            return f"a file that cannot be read ({error.strerror or error})"
        case _:
            return str(error)

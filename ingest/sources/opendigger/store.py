"""What was fetched of OpenDigger's static files, kept on disk: a file each, written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.errors import StorageError
from ingest.sources.opendigger.asked import Asked
from ingest.sources.opendigger.metrics import METRICS

META = "meta"


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it was found: its content; or why it is absent, or cannot be read. `day` is when it was asked for.

    `period` are the months that a network stands for, where that is known.
    """

    day: str
    content: object = None
    absent: str = ""
    broken: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Store:
    """The kept files below one folder."""

    folder: Path

    def keep(self, asked: Asked, name: str, kept: Kept) -> None:
        """Write the file `name` of `asked`; StorageError where that cannot be done."""
        path = self._path(asked, name)
        fresh = path.with_suffix(".new")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(asdict(kept), sort_keys=True), encoding="utf-8")
            fresh.replace(path)
        except OSError as error:
            raise StorageError(f"{path} cannot be written: {error.strerror or error}") from error

    def read(self, asked: Asked, name: str) -> Kept | None:
        """The file `name` of `asked` as it was kept, or None where it was never asked for."""
        path = self._path(asked, name)
        try:
            return Kept(**json.loads(path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError):
            raise StorageError(f"{path} is no longer whole: delete it, it is fetched anew") from None

    def all(self, asked: Asked) -> Iterator[tuple[str, Kept]]:
        """Every metric of `asked` that was ever asked for, by name."""
        for name in sorted(METRICS):
            kept = self.read(asked, name)
            if kept is not None:
                yield name, kept

    def meta(self, asked: Asked) -> Mapping[str, object]:
        """What OpenDigger says of `asked` itself; empty where it says nothing."""
        kept = self.read(asked, META)
        return kept.content if kept is not None and isinstance(kept.content, dict) else {}

    def _path(self, asked: Asked, name: str) -> Path:
        return self.folder.joinpath(asked.kind, *asked.path.lower().split("/"), f"{name}.json")

"""How far the reading of one repository is, and what is known of it: a JSON file that is replaced whole."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import StorageError
from ingest.web.replies import Json

Marks = Mapping[str, Json]


@dataclass(slots=True)
class Cursor:
    """Marks by part (such as `issues`), kept in `path`. Safe for several threads of one process."""

    path: Path
    _marks: dict[str, dict[str, Json]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @staticmethod
    def open(path: Path) -> Cursor:
        """The cursor that `path` holds; an empty one where there is none, StorageError where it is damaged."""
        cursor = Cursor(path)
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cursor
        except (OSError, ValueError) as error:
            raise StorageError(f"{path} cannot be read; remove it, and all of it is read anew") from error
        if not isinstance(found, dict) or not all(isinstance(part, dict) for part in found.values()):
            raise StorageError(f"{path} is no cursor of ours; remove it, and all of it is read anew")
        cursor._marks = found
        return cursor

    def of(self, part: str) -> dict[str, Json]:
        """The marks of one part; empty where it was not begun."""
        with self._lock:
            return dict(self._marks.get(part, {}))

    def parts(self) -> dict[str, dict[str, Json]]:
        """All parts with their marks."""
        with self._lock:
            return {part: dict(marks) for part, marks in self._marks.items()}

    def text(self, part: str, name: str) -> str:
        """One mark as text; empty where there is none."""
        found = self.of(part).get(name)
        return found if isinstance(found, str) else ""

    def put(self, part: str, **marks: Json) -> None:
        """Set marks of one part, and keep them on disk before this returns."""
        self.put_all({part: marks})

    def put_all(self, parts: Mapping[str, Marks]) -> None:
        """Set marks of several parts at once."""
        with self._lock:
            for part, marks in parts.items():
                self._marks[part] = {**self._marks.get(part, {}), **marks}
            self._write()

    def renew(self, part: str, **marks: Json) -> None:
        """Forget one part but for these marks, in one step: what a kill leaves is the old or the new."""
        with self._lock:
            self._marks[part] = dict(marks)
            self._write()

    def drop(self, part: str) -> None:
        """Forget one part, so that it is read anew."""
        with self._lock:
            if self._marks.pop(part, None) is not None:
                self._write()

    def _write(self) -> None:
        text = json.dumps(self._marks, ensure_ascii=False, indent=1, sort_keys=True)
        part = self.path.with_suffix(".part")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(text, encoding="utf-8")
            part.replace(self.path)
        except OSError as error:
            raise StorageError(f"{self.path} cannot be written: {error.strerror or error}") from error

"""What was loaded before, so that `ossatlas refresh` can go on from there: one line per load, in the data folder."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock
from pydantic import BaseModel, ConfigDict, ValidationError

from api.collecting import SOURCES
from api.settings import settings
from graph.errors import BadInputError

if TYPE_CHECKING:
    from ingest.source import Source

NAME = "standing.jsonl"


class Standing(BaseModel):
    """One load that can be asked for again: its source, what was named, its options."""

    model_config = ConfigDict(frozen=True)

    source: str
    named: tuple[str, ...]
    options: dict[str, str | int | bool | list[str]] = {}

    @property
    def words(self) -> str:
        """The load as one would type it."""
        told = (f"--{name.replace('_', '-')}{_value(value)}" for name, value in self.options.items())
        return " ".join(["ossatlas load", self.source, *self.named, *told])


def remember(source: Source, named: Sequence[str], options: Mapping[str, object]) -> None:
    """Note a load for `ossatlas refresh`; one that is noted already is not noted twice."""
    kept = {name: _plain(source, name, value) for name, value in options.items()}
    names = [str(Path(name).resolve()) if Path(name).exists() else name for name in named]
    line = Standing.model_validate({"source": source.name, "named": names, "options": kept})
    path = _file()
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path.with_suffix(".lock")):
        held = standing()
        if line not in held:
            _write(path, [*held, line])


def standing() -> list[Standing]:
    """All loads that were noted, the oldest first; BadInputError naming the line that is no load."""
    path = _file()
    if not path.exists():
        return []
    lines = path.read_text("utf-8").splitlines()
    return [_read(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def no_longer(name: str) -> list[Standing]:
    """Note no longer the loads of the source `name`, which was unloaded; return them."""
    path = _file()
    if not path.exists():
        return []
    with FileLock(path.with_suffix(".lock")):
        held = standing()
        gone = [line for line in held if name in (line.source, line.options.get("source"))]
        if gone:
            _write(path, [line for line in held if line not in gone])
    return gone


def _file() -> Path:
    return settings().data_dir / SOURCES / NAME


def _read(path: Path, number: int, line: str) -> Standing:
    try:
        return Standing.model_validate_json(line)
    except ValidationError as error:
        raise BadInputError(
            f"{path.name}:{number} holds {line[:60]!r}: expected a load as `ossatlas load` notes it",
            hint=f"delete that line of {path}",
        ) from error


def _write(path: Path, lines: Sequence[Standing]) -> None:
    new = path.with_suffix(".new")
    new.write_text("".join(f"{json.dumps(line.model_dump(), ensure_ascii=False)}\n" for line in lines), "utf-8")
    new.replace(path)


def _plain(source: Source, name: str, value: object) -> object:
    form = next(option.form for option in source.options if option.name == name)
    if form in ("file", "folder"):
        return str(Path(str(value)).resolve())
    return list(value) if isinstance(value, tuple) else value


def _value(value: object) -> str:
    if value is True:
        return ""
    return f" {','.join(map(str, value))}" if isinstance(value, list) else f" {value}"

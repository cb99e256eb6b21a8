"""What was loaded before, so that `ossatlas refresh` can go on from there: one line per load, in the data folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock
from pydantic import BaseModel, ConfigDict, ValidationError

from api.collecting import SOURCES
from api.settings import settings
from graph.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from ingest.source import Source

NAME = "standing.jsonl"


class Standing(BaseModel):
    """One load that can be asked for again: its source, what was named, its options, and where it was typed.

    `folder` is empty where nothing that was named is a path from there; `snapshots` are keys of what came of it.
    """

    model_config = ConfigDict(frozen=True)

    source: str
    named: tuple[str, ...]
    options: dict[str, str | int | bool | list[str]] = {}
    folder: str = ""
    snapshots: tuple[str, ...] = ()

    def same(self, other: Standing) -> bool:
        """Whether both ask for the same."""
        return self.model_copy(update={"snapshots": ()}) == other.model_copy(update={"snapshots": ()})

    @property
    def words(self) -> str:
        """The load as one would type it."""
        told = (f"--{name.replace('_', '-')}{_value(value)}" for name, value in self.options.items())
        return " ".join(["ossatlas load", self.source, *self.named, *told])


def remember(source: Source, named: Sequence[str], options: Mapping[str, object]) -> Standing:
    """Note a load for `ossatlas refresh`; one that is noted already is not noted twice."""
    kept = {name: _plain(value) for name, value in options.items()}
    told = {"source": source.name, "named": list(named), "options": kept, "folder": _folder([*named, *kept.values()])}
    line = Standing.model_validate(told)
    path = list_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path.with_suffix(".lock")):
        held = standing()
        known = next((one for one in held if one.same(line)), None)
        if known is None:
            _write(path, [*held, line])
    return known or line


@contextmanager
def noting(source: Source, named: Sequence[str], options: Mapping[str, object]) -> Iterator[Standing]:
    """A load, noted from now on, so that one that is killed is gone on with.

    Where the block finds that what is named cannot be loaded, it is noted no longer, unless it was before.
    """
    before = standing()
    line = remember(source, named, options)
    try:
        yield line
    except (BadInputError, NotFoundError):
        if not any(one.same(line) for one in before):
            _strike(line.same)
        raise


def came_of(line: Standing, snapshots: Sequence[str]) -> list[str]:
    """Note the Snapshots that a load came to; return the keys of older readings of the same by this very load."""
    now = {_scope(key) for key in snapshots}
    gone = [key for key in line.snapshots if _scope(key) in now and key not in snapshots]
    kept = [key for key in line.snapshots if key not in gone]
    new = line.model_copy(update={"snapshots": tuple(dict.fromkeys([*kept, *snapshots]))})
    path = list_file()
    with FileLock(path.with_suffix(".lock")):
        _write(path, [new if one.same(line) else one for one in standing()])
    return gone


def standing() -> list[Standing]:
    """All loads that were noted, the oldest first; BadInputError naming the line that is no load."""
    path = list_file()
    if not path.exists():
        return []
    lines = path.read_text("utf-8").splitlines()
    return [_read(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def no_longer(name: str) -> list[Standing]:
    """Note no longer the loads of the source `name`, which was unloaded; return them."""
    return _strike(lambda line: name in (line.source, line.options.get("source"), *_sources(line)))


def list_file() -> Path:
    """Where the loads are noted."""
    return settings().data_dir / SOURCES / NAME


def _strike(is_gone: Callable[[Standing], bool]) -> list[Standing]:
    path = list_file()
    if not path.exists():
        return []
    with FileLock(path.with_suffix(".lock")):
        held = standing()
        gone = [line for line in held if is_gone(line)]
        if gone:
            _write(path, [line for line in held if line not in gone])
    return gone


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


def _scope(key: str) -> str:
    """Source and dataset of a Snapshot's key."""
    return key.rpartition(":")[0]


def _sources(line: Standing) -> set[str]:
    return {key.partition(":")[0] for key in line.snapshots}


def _folder(words: Sequence[object]) -> str:
    """The folder in which a load was typed, where one of its words may be a path from there."""
    return str(Path.cwd()) if any(_is_from_here(str(word)) for word in words) else ""


def _is_from_here(word: str) -> bool:
    if "://" in word or Path(word).is_absolute():
        return False
    return Path(word).exists() or "*" in word or "{" in word


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Path) else list(value) if isinstance(value, tuple) else value


def _value(value: object) -> str:
    if value is True:
        return ""
    return f" {','.join(map(str, value))}" if isinstance(value, list) else f" {value}"

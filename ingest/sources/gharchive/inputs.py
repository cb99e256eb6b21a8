"""What was named, as inputs: files, folders, patterns, addresses, and days of the archive."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path

from graph.errors import BadInputError
from ingest.sources.gharchive.hours import file_of, hour_of, hours_between, is_range

ENDINGS = (".json.gz", ".json", ".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
"""Ends of the names of files that are taken from a folder."""
MOST = 200_000
"""The largest number of addresses that a pattern may stand for; the whole archive has some 130,000 hours."""

_BRACES = re.compile(r"\{(\d+)\.\.(\d+)\}")
_WILD = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read: a `path` that is here, or an `address` to fetch; `hour` is the one that it is named after."""

    name: str
    hour: str | None
    path: Path | None = None
    address: str = ""


def inputs(named: Sequence[str], base: str, today: date) -> list[Input]:
    """All inputs that are named, each once, in order; BadInputError for what cannot be one."""
    if not named:
        raise BadInputError("name what to read: files, a folder, a pattern, or days such as 2025-01-01..2025-01-31")
    found = [one for word in named for one in _inputs(word, base, today)]
    return list(dict.fromkeys(found))


def _inputs(word: str, base: str, today: date) -> Iterator[Input]:
    if is_range(word):
        yield from (_fetched(f"{base.rstrip('/')}/{file_of(hour)}") for hour in hours_between(word, today))
    elif word.startswith(("http://", "https://")):
        yield from (_fetched(address) for address in unfold(word))
    elif "://" in word:
        raise BadInputError(f"{word} cannot be fetched: expected an address that begins with https:// or http://")
    else:
        yield from _local(word)


def unfold(pattern: str) -> list[str]:
    """The addresses that a pattern such as `…/2015-01-{01..31}-{0..23}.json.gz` stands for, as in a shell."""
    pieces = _BRACES.split(pattern)
    if any(sign in "".join(pieces[::3]) for sign in "{}*?"):
        raise BadInputError(f"{pattern}: expected numbers such as {{0..23}} or {{01..31}} as its only pattern")
    choices = [_numbers(pieces[at], pieces[at + 1], pattern) for at in range(1, len(pieces), 3)]
    size = 1
    for choice in choices:
        size *= len(choice)
    if size > MOST:
        raise BadInputError(f"{pattern} stands for {size:,} addresses: expected at most {MOST:,}")
    ends = [*choices, [""]]
    return ["".join(a + b for a, b in zip(pieces[::3], chosen, strict=True)) for chosen in product(*ends)]


def _numbers(first: str, last: str, pattern: str) -> list[str]:
    if int(first) > int(last) or int(last) - int(first) >= MOST:
        raise BadInputError(f"{pattern}: {{{first}..{last}}} is no span of numbers: expected one such as {{0..23}}")
    width = len(first) if first.startswith("0") and len(first) > 1 else 0
    return [f"{number:0{width}}" for number in range(int(first), int(last) + 1)]


def _fetched(address: str) -> Input:
    name = address.partition("?")[0].rpartition("/")[2]
    if not name:
        raise BadInputError(f"{address} names no file: expected an address such as …/2025-01-01-0.json.gz")
    return Input(name, hour_of(name), address=address)


def _local(word: str) -> Iterator[Input]:
    path = Path(word).expanduser()
    if path.is_dir():
        yield from _folder(path)
    elif path.is_file():
        yield _file(path)
    elif path.exists():
        raise BadInputError(f"{word} is neither a file nor a folder")
    elif _WILD.search(word):
        yield from _matching(path, word)
    else:
        raise BadInputError(f"there is no file or folder {word}; days are named as 2025-01-01..2025-01-31")


def _folder(path: Path) -> Iterator[Input]:
    found = sorted(one for one in path.rglob("*") if one.name.endswith(ENDINGS) and one.is_file())
    if not found:
        raise BadInputError(f"{path} holds no hours: expected files that end in {', '.join(ENDINGS)}")
    yield from map(_file, found)


def _matching(path: Path, word: str) -> Iterator[Input]:
    parts = path.parts
    start = next(at for at, part in enumerate(parts) if _WILD.search(part))
    found = sorted(one for one in Path(*parts[:start]).glob("/".join(parts[start:])) if one.is_file())
    if not found:
        raise BadInputError(f"no file matches {word}")
    yield from map(_file, found)


def _file(path: Path) -> Input:
    return Input(path.name, hour_of(path.name), path=path.absolute())

"""Whose events are wanted: repositories by name or id, owners, or all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from graph.errors import BadInputError
from ingest.fingerprint import fingerprint

Kind = Literal["all", "organizations", "repositories"]

CHOICES = (
    "say whose events are wanted: --repositories LIST.txt (a name or id on each line), "
    "--organizations owner,owner, or --all"
)
LARGEST = 16 << 20
"""Bytes of the largest list that is read."""

_NAME = re.compile(r"[\w.-]{1,100}/[\w.-]{1,100}", re.ASCII)
_OWNER = re.compile(r"[\w.-]{1,100}", re.ASCII)
_ID = re.compile(r"(?:github:)?(\d{1,18})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Selection:
    """What is kept of the archive: names in small letters and ids, sorted; none of them for `all`."""

    kind: Kind
    names: tuple[str, ...] = ()
    ids: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """The selection in a word that is the same for the same choice: folder of the store and part of the dataset."""
        if self.kind == "all":
            return self.kind
        return f"{self.kind}-{fingerprint([*self.names, *map(str, self.ids)])[:12]}"

    @property
    def words(self) -> str:
        """The selection as a reader would say it."""
        count = len(self.names) + len(self.ids)
        if self.kind == "all":
            return "all repositories"
        if self.kind == "organizations":
            return f"repositories of {', '.join(self.names)}" if count <= 3 else f"repositories of {count} owners"  # noqa: PLR2004
        return "1 repository" if count == 1 else f"{count} repositories"


def select(repositories: Path | None, organizations: tuple[str, ...], *, everything: bool) -> Selection:
    """The one selection that was asked for; a BadInputError names the choices where there is none, or more than one."""
    asked = [repositories is not None, bool(organizations), everything]
    if sum(asked) != 1:
        raise BadInputError(CHOICES if not any(asked) else f"only one selection goes at a time; {CHOICES}")
    if repositories is not None:
        return _listed(repositories)
    if organizations:
        return Selection("organizations", tuple(sorted({_owner(one) for one in organizations})))
    return Selection("all")


def _listed(path: Path) -> Selection:
    names, ids = set[str](), set[int]()
    for number, line in enumerate(_text(path).splitlines(), start=1):
        word = line.partition("#")[0].strip().removeprefix("https://github.com/").rstrip("/")
        if not word:
            continue
        found = _ID.fullmatch(word)
        if found:
            ids.add(int(found[1]))
        elif _NAME.fullmatch(word):
            names.add(word.lower())
        else:
            raise BadInputError(f"{path.name}:{number}: found {word[:80]!r}, expected owner/name or a repository's id")
    if not names and not ids:
        raise BadInputError(f"{path.name} names no repository: expected owner/name or an id on each line")
    return Selection("repositories", tuple(sorted(names)), tuple(sorted(ids)))


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise BadInputError(f"{path.name} is no list of repositories: it is larger than {LARGEST >> 20} MiB")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInputError(f"{path.name} is no list of repositories: expected text in UTF-8") from error
    except OSError as error:
        raise BadInputError(f"{path.name} cannot be read: {error.strerror or error}") from error


def _owner(word: str) -> str:
    owner = word.strip().removeprefix("https://github.com/").strip("/@").lower()
    if not _OWNER.fullmatch(owner):
        raise BadInputError(f"found {word[:80]!r} among the organizations, expected an account's name such as apache")
    return owner

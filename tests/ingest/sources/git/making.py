"""Histories made for a test, by git's own importer: any commit that git can hold, in milliseconds."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

ANN = "Ann Bell <11+ann@users.noreply.github.com>"
BOB = "Bob Crow <22+bob@users.noreply.github.com>"
EVE = "Eve Dunn <eve@work.example.org>"
WEB = "GitHub <noreply" + "@github.com>"
ORIGIN = "https://github.com/our/project.git"


def at(day: str) -> int:
    """Seconds since 1970 of `2025-04-12` or `2025-04-12T23:30`, UTC."""
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())


def raw(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


@dataclass(slots=True)
class Made:
    """A bare repository in the making; `write` makes it. Commits are known by their number, from 1 on."""

    folder: Path
    origin: str | None = ORIGIN
    _lines: list[bytes] = field(default_factory=list)
    _count: int = 0

    def commit(  # noqa: PLR0913 - all that a commit can say
        self,
        subject: str | bytes,
        author: str | bytes = ANN,
        when: str | int = "2025-04-12",
        *,
        parents: Iterable[int] | None = None,
        committer: str | bytes | None = None,
        committed: str | int | None = None,
        zone: str = "+0000",
        encoding: str = "",
        files: Mapping[str, str] | None = None,
        links: Mapping[str, str] | None = None,
        branch: str = "refs/heads/main",
    ) -> int:
        """Add a commit on top of the last one, or of `parents`."""
        self._count += 1
        given = ([self._count - 1] if self._count > 1 else []) if parents is None else list(parents)
        time = at(when) if isinstance(when, str) else when
        done = time if committed is None else at(committed) if isinstance(committed, str) else committed
        message = raw(subject)
        self._lines += [b"commit " + branch.encode(), b"mark :%d" % self._count]
        self._lines += [b"author " + raw(author) + b" %d " % time + zone.encode()]
        self._lines += [b"committer " + raw(committer or author) + b" %d " % done + zone.encode()]
        self._lines += [b"encoding " + encoding.encode()] if encoding else []
        self._lines += [b"data %d" % len(message), message]
        self._lines += [b"%s :%d" % (b"merge" if n else b"from", mark) for n, mark in enumerate(given)]
        for path, text in (files or {}).items():
            self._lines += [b"M 100644 inline " + path.encode(), b"data %d" % len(text.encode()), text.encode()]
        self._lines += [b"M 160000 %s %s" % (told.encode(), path.encode()) for path, told in (links or {}).items()]
        self._lines += [b""]
        return self._count

    def ref(self, name: str, commit: int) -> None:
        """Let a ref name a commit."""
        self._lines += [b"reset " + name.encode(), b"from :%d" % commit, b""]

    def pull(self, number: int, commit: int) -> None:
        """The head of a pull request."""
        self.ref(f"refs/pull/{number}/head", commit)

    def tag(self, name: str, commit: int, when: str) -> None:
        """An annotated tag."""
        self._lines += [b"tag " + name.encode(), b"from :%d" % commit]
        self._lines += [b"tagger Ann Bell <ann@example.org> %d +0000" % at(when), b"data 1", b"t"]

    def write(self, head: str = "refs/heads/main") -> Path:
        """The folder of the repository, made."""
        git("init", "-q", "--bare", str(self.folder))
        stream = b"\n".join(self._lines)
        subprocess.run(
            ["git", "-C", str(self.folder), "fast-import", "--quiet", "--date-format=raw-permissive", "--force"],
            input=stream,
            check=True,
        )
        git("-C", str(self.folder), "symbolic-ref", "HEAD", head)
        if self.origin:
            git("-C", str(self.folder), "config", "remote.origin.url", self.origin)
        return self.folder


def git(*arguments: str, folder: Path | None = None) -> str:
    """What git answers, run without the settings of this machine's user."""
    where = ["-C", str(folder)] if folder else []
    who = ["-c", "user.name=Ann Bell", "-c", "user.email=ann@example.org", "-c", "protocol.file.allow=always"]
    done = subprocess.run(["git", *where, *who, *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()

"""What a user names: the folder of a clone, or an address to clone from; and which repository that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from graph.errors import BadInputError
from graph.keys import digest
from ingest.sources.git.hosts import GITHUB_HOST, Host, host_of

SCHEMES = ("https", "http", "ssh", "git", "file")
"""What git may be asked to speak. Never `ext::` and its like, which run programs."""
EXPECTED = f"the folder of a clone, or an address that begins with {', '.join(SCHEMES)}, or git@host:owner/name"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,60}(?:/[A-Za-z0-9._-]{1,100}){1,4}")
_SHORT = re.compile(r"(?:[\w.-]+@)?(?P<host>[\w.-]+):(?P<path>(?!/?/).+)")
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?://|:)")
_ENDING = re.compile(r"(?:\.git)?/*$")


@dataclass(frozen=True, slots=True)
class Known:
    """Which repository a history is of: its host, and `owner/name` there."""

    host: Host
    name: str

    @property
    def web(self) -> str:
        """Its page, as a record may hold it: without user, password and folder of this machine."""
        return f"https://{self.host.domain}/{self.name}"


@dataclass(frozen=True, slots=True)
class Named:
    """One thing that a user named: a clone's folder, or an address; and the repository, where the address tells it."""

    text: str
    folder: Path | None
    known: Known | None

    @property
    def stem(self) -> str:
        """A name for its mirror's folder: to read for people, and another one for each address."""
        words = re.sub(r"[^\w.-]+", "+", _ENDING.sub("", self.text).rpartition("//")[2]).strip("+.")
        return f"{words[-80:]}-{digest(self.text)[:12]}"


def read_named(text: str) -> Named:
    """What `text` names; BadInputError where it is neither a folder nor an address that git may be given."""
    _refuse_odd(text)
    if (found := _SCHEME.match(text)) is not None:
        return _with_scheme(text, found["scheme"].lower())
    folder = Path(text).expanduser()
    if folder.is_dir():
        return Named(text, folder.resolve(), None)
    if folder.exists():
        raise BadInputError(f"{text} is a file, no clone: expected {EXPECTED}", hint="unpack an archive first")
    if (found := _SHORT.fullmatch(text)) is not None:
        return Named(text, None, _known(found["host"], found["path"]))
    raise BadInputError(f"{text} is not there: expected {EXPECTED}")


def _refuse_odd(text: str) -> None:
    if not text.strip():
        raise BadInputError(f"nothing is named: expected {EXPECTED}")
    if text.startswith("-"):
        raise BadInputError(f"{text!r} begins with a hyphen: expected {EXPECTED}")
    if any(ord(character) < ord(" ") or character == "\x7f" for character in text):
        raise BadInputError(f"{text!r} holds a control character: expected {EXPECTED}")


def _with_scheme(text: str, scheme: str) -> Named:
    if scheme not in SCHEMES or "::" in text.partition("//")[0]:
        raise BadInputError(f"git may not be asked to speak {scheme!r}: expected {EXPECTED}")
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError as error:
        raise BadInputError(f"{text!r} is no address: expected {EXPECTED}") from error
    if parts.password is not None or (parts.username and scheme in ("https", "http")):
        where = f"{scheme}://{host}{parts.path}"
        raise BadInputError(
            f"the address {where} was given with a user or token: leave it out, git asks its own helper"
        )
    if not unquote(parts.path).strip("/") or (scheme != "file" and not host) or host.startswith("-"):
        raise BadInputError(f"{text!r} names no repository: expected {EXPECTED}")
    return Named(text, None, _known(host, unquote(parts.path)) if scheme != "file" else None)


def told_by_remote(address: str) -> Known | None:
    """The repository that a clone's own remote address names; None where it names none on a known host."""
    if (found := _SCHEME.match(address)) is None:
        short = _SHORT.fullmatch(address)
        return _known(short["host"], short["path"]) if short else None
    try:
        parts = urlsplit(address)
        return _known(parts.hostname or "", unquote(parts.path)) if found["scheme"].lower() in SCHEMES else None
    except ValueError:
        return None


def _known(domain: str, path: str) -> Known | None:
    host = host_of(domain)
    name = _ENDING.sub("", path.strip("/"))
    return Known(host, name) if host is not None and _is_name(name, host) else None


def _is_name(name: str, host: Host) -> bool:
    if _NAME.fullmatch(name) is None or any(part in (".", "..") for part in name.split("/")):
        return False
    return name.count("/") == 1 or host.platform == "gitlab"


def read_repository(text: str) -> Known:
    """What `--repository` says: `owner/name` on GitHub, or an address on a known host; BadInputError else."""
    told = told_by_remote(text) if _SCHEME.match(text) or ":" in text else None
    told = told or (Known(GITHUB_HOST, text) if _is_name(text, GITHUB_HOST) else None)
    if told is None:
        raise BadInputError(f"--repository is {text!r}: expected owner/name, or its address on github.com")
    return told

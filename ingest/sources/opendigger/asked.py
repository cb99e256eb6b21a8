"""What a user named: a repository, a developer, a label, or a file or folder of OpenDigger's exports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from graph.errors import BadInputError
from graph.keys import GITHUB
from ingest.sources.opendigger.platforms import HOSTS, KNOWN, PLATFORMS, login, repository

Kind = Literal["repository", "developer", "label", "file"]
ENDINGS = (".csv", ".csv.gz", ".jsonl", ".tar.gz", ".tgz", ".yml", ".yaml", ".yml.gz", ".yaml.gz")
_LABEL = re.compile(r":[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*")
_PLATFORM = re.compile(r"([A-Za-z.]+):(?!//)(.+)")


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a user named: what it is, its code host where it has one, and its name (a file's path)."""

    kind: Kind
    name: str
    platform: str = ""

    @property
    def path(self) -> str:
        """Where OpenDigger keeps it below its address: `github/apache/doris`, `companies/alibaba`."""
        return f"{self.platform}/{self.name}" if self.platform else self.name


def read_asked(text: str) -> Asked:
    """What `text` means; BadInputError that says what may be named, else."""
    plain = text.strip()
    if plain.lower().endswith(ENDINGS) or plain.startswith(("/", "./", "../", "~")) or plain.endswith("/"):
        return Asked("file", plain)
    if plain.startswith(":"):
        return Asked("label", _label(plain))
    try:
        return _account(*_parted(plain))
    except ValueError:
        raise BadInputError(
            f"{text!r} names nothing that OpenDigger tells of: expected owner/name, a login, a label such as "
            ":companies/alibaba, or an export's file or folder such as ./labeled_data"
        ) from None


def _label(text: str) -> str:
    if _LABEL.fullmatch(text) is None or {".", ".."}.intersection(text[1:].split("/")):
        raise BadInputError(f"{text!r} is no label: expected a path such as :companies/alibaba")
    return text[1:]


def _parted(text: str) -> tuple[str, str]:
    """The platform and the name of `text`, which may be an address or begin with the platform."""
    if "://" in text:
        parts = urlsplit(text)
        host = (parts.hostname or "").removeprefix("www.")
        if host not in HOSTS:
            raise BadInputError(f"{host or text} is no code host that OpenDigger tells of: expected {', '.join(HOSTS)}")
        return HOSTS[host], parts.path.strip("/").removesuffix(".git")
    found = _PLATFORM.fullmatch(text)
    if found is None:
        return GITHUB, text
    if found[1].lower() not in PLATFORMS:
        raise BadInputError(f"{found[1]} is no code host that OpenDigger tells of: expected {KNOWN}")
    return PLATFORMS[found[1].lower()], found[2]


def _account(platform: str, name: str) -> Asked:
    if "/" in name:
        return Asked("repository", repository(name, platform), platform)
    return Asked("developer", login(name), platform)

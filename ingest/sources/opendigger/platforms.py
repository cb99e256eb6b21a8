"""The code hosts that OpenDigger tells of, and the names of repositories and accounts on them."""

from __future__ import annotations

import re

from graph.keys import GITHUB

PLATFORMS = {
    "github": GITHUB,
    "gitee": "gitee",
    "atomgit": "atomgit",
    "gitlab.com": "gitlab.com",
    "gitlab": "gitlab.com",
    "gitlab.cn": "gitlab.cn",
    "gitea": "gitea",
}
"""Names of platforms in lower case -> the word that stands in keys and in OpenDigger's addresses."""
HOSTS = {"github.com": GITHUB, "gitee.com": "gitee", "atomgit.com": "atomgit", "gitlab.com": "gitlab.com"}
KNOWN = "GitHub, Gitee, AtomGit, GitLab.com, GitLab.cn or Gitea"
LOGIN = "an account's name of Latin letters, digits, - and _"
REPOSITORY = "a repository as owner/name"
_PART = r"[A-Za-z0-9._-]{1,100}"
_LOGIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,99}(?:\[bot\])?")
_ALONE = re.compile(_PART)
_REPOSITORY = re.compile(rf"{_PART}/{_PART}")
_NESTED = re.compile(rf"{_PART}(?:/{_PART}){{1,9}}")


def platform_key(name: object) -> str:
    """The word for the platform called `name`; ValueError saying which there are, else."""
    key = PLATFORMS.get(name.strip().lower()) if isinstance(name, str) else None
    if key is None:
        raise ValueError(KNOWN)
    return key


def login(name: object) -> str:
    """An account's name; ValueError saying what is expected, else."""
    plain = name.strip().removeprefix("@").strip("/") if isinstance(name, str) else ""
    if _LOGIN.fullmatch(plain) is None:
        raise ValueError(LOGIN)
    return plain


def repository(name: object, platform: str = GITHUB, *, has_id: bool = False) -> str:
    """A repository's owner/name, below groups where a GitLab has them; ValueError saying what is expected, else.

    Where its id is known, a name without owner will do: some labels have one.
    """
    plain = name.strip().strip("/") if isinstance(name, str) else ""
    pattern = _NESTED if platform.startswith("gitlab") else _REPOSITORY
    fits = pattern.fullmatch(plain) or (has_id and _ALONE.fullmatch(plain))
    if not fits or {".", ".."}.intersection(plain.split("/")):
        raise ValueError(REPOSITORY)
    return plain

"""Code hosts: how their addresses look, and how a host hides an account in a no-reply address."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.keys import GITHUB

_LOGIN = rb"(?P<login>[a-z0-9](?:[a-z0-9_.-]{0,60}[a-z0-9_])?(?:\[bot\])?)"
"""As tables take logins; GitHub has no dot in them, which its own pattern below sees to."""


@dataclass(frozen=True, slots=True)
class Host:
    """A code host: its platform in keys, its domain, and the no-reply addresses that hold a login.

    `merges` says whether its merge commits and squash subjects name the pull request in GitHub's words.
    """

    platform: str
    domain: str
    private: re.Pattern[bytes]
    merges: bool = False


def _private(pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(pattern.replace(b"LOGIN", _LOGIN), re.IGNORECASE)


HOSTS = (
    Host(
        GITHUB,
        "github.com",
        _private(rb"(?:(?P<id>[0-9]{1,18})\+)?(?![^@]*\.)LOGIN@users\.noreply\.github\.com"),
        merges=True,
    ),
    Host("gitlab", "gitlab.com", _private(rb"(?P<id>[0-9]{1,18})-LOGIN@users\.noreply\.gitlab\.com")),
    Host("gitee", "gitee.com", _private(rb"(?:(?P<id>[0-9]{1,18})\+)?LOGIN@user\.noreply\.gitee\.com")),
)
GITHUB_HOST = HOSTS[0]


def host_of(domain: str) -> Host | None:
    """The code host at `domain`, with or without `www.`; None for others."""
    plain = domain.lower().removeprefix("www.").removeprefix("ssh.")
    return next((host for host in HOSTS if host.domain == plain), None)

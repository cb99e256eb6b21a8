"""Which tags are releases: those that name a version."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.sources.git.clone import Tag

_LONGEST = 100
_VERSION = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9.]*[-_/@])*"  # release-, project@, sub/module/
    r"(?:v?\d+(?:\.\d+)+|v\d+)"
    r"(?:[-_.+]?[A-Za-z][A-Za-z0-9]*(?:[-_.+][A-Za-z0-9]+)*)?",
    re.ASCII,
)


def releases(tags: Iterable[Tag]) -> list[Tag]:
    """The tags that name a version such as `v2.1.0`, `release-1.4`, `1.0rc1` or `core/v3`, oldest first."""
    named = [tag for tag in tags if len(tag.name) <= _LONGEST and _VERSION.fullmatch(tag.name)]
    return sorted(named, key=lambda tag: (tag.time, tag.name))

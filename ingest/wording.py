"""Numbers with their nouns, as messages and gaps say them."""

from __future__ import annotations


def counted(count: int, one: str, many: str = "") -> str:
    """A number with what it counts: `1 commit`, `1,204 commits`; `many` is `one` with an s where it is left out."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"

"""Cells of an answer as the types that charts need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from viz import addresses
from viz.language import say

Row = Mapping[str, object]


def number(value: object) -> float | None:
    """`value` as a number, None where it is none."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def sure(value: object) -> float:
    """`value` as a number, 0 where it is none."""
    return number(value) or 0.0


def names(value: object) -> list[str]:
    """`value` as a list of texts, empty where it is none."""
    return [str(item) for item in value] if isinstance(value, list | tuple) else []


def short(repository: object) -> str:
    """The name without its owner: `vllm` of vllm-project/vllm."""
    text = str(repository)
    return cut(text.rpartition("/")[2] or text)


def cut(text: str, most: int = 40) -> str:
    """`text`, its end left out where it is longer than `most` letters."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def some(names: Sequence[str], most: int) -> str:
    """The first names in a line, and that there are others."""
    told = say("page.comma").join(names[:most])
    return say("chart.andOthers", names=told) if len(names) > most else told


def day(date: object) -> str:
    """A date as precise as its source (2025, 2025-03, 2025-03-04) as a day: the first one that it may be; or ""."""
    text = str(date or "")
    return f"{text}-01-01"[:10] if len(text) == len("2025") else f"{text}-01"[:10] if text else ""


def last_day(date: object) -> str:
    """The last day that a date as precise as its source (2025, 2025-03) may be, a month having 28 of them; or ""."""
    text = str(date or "")
    return f"{text}-12-28"[:10] if len(text) == len("2025") else f"{text}-28"[:10] if text else ""


def page(repository: object) -> str:
    """The page of a repository."""
    return addresses.repository(str(repository))


def shorts(repositories: list[str]) -> dict[str, str]:
    """A short name of each repository; those whose short names are alike keep their owner."""
    found = {name: short(name) for name in repositories}
    alike = {name for name, count in Counter(found.values()).items() if count > 1}
    return {name: cut(name) if label in alike else label for name, label in found.items()}

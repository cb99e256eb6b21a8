"""The keys of OpenDigger's series: months, quarters, years and raw months, which stand in one object."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Unit = Literal["month", "raw", "quarter", "year"]
EXPECTED = "a month such as 2025-04, a raw month 2021-10-raw, a quarter 2025Q2 or a year 2025"
_KEY = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(-raw)?|Q([1-4]))?", re.ASCII)
FIRST, LAST = 1970, 2100


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time that a key means: its unit, its first and its last month."""

    unit: Unit
    first: str
    last: str

    @property
    def period(self) -> str:
        """The stretch as edges write it: a month, or `2025-04..2025-06`."""
        return self.first if self.first == self.last else f"{self.first}..{self.last}"


@lru_cache(maxsize=4_096)
def read_key(key: str) -> Span:
    """The stretch that `key` means; ValueError saying what is expected, else."""
    found = _KEY.fullmatch(key)
    if found is None or not FIRST <= int(found[1]) <= LAST:
        raise ValueError(EXPECTED)
    year, month, raw, quarter = found.groups()
    if month:
        return Span("raw" if raw else "month", f"{year}-{month}", f"{year}-{month}")
    if quarter:
        end = 3 * int(quarter)
        return Span("quarter", f"{year}-{end - 2:02}", f"{year}-{end:02}")
    return Span("year", f"{year}-01", f"{year}-12")

"""Stints out of words and dates: `Acme from 2018-01-01 until 2020-06-01`, `Acme < 2018-01-01, Bolt`."""

from __future__ import annotations

import re
from datetime import date

from graph.errors import BadRowError
from ingest.folding import clean, without_addresses
from ingest.sources.affiliations.people import Stint

DATE = "a day such as 2018-06-01"
_UNTIL = re.compile(r"(?:^|\s+)until(?:\s+(?P<until>\S+))?$")
_FROM = re.compile(r"(?:^|\s+)from(?:\s+(?P<since>\S+))?$")
_NEVER = frozenset({"1900-01-01", "1970-01-01", "2099-01-01", "2100-01-01"})
"""How these files write that a beginning or an end is not known."""
_LONGEST = 300


def stint(employer: str, since: str, until: str, file: str, line: int, raw: str = "") -> Stint:
    """A stint with its dates checked; BadRowError for a date that is none, or an end before the beginning."""
    name = clean(without_addresses(employer)).strip(" ,;")
    if not name or len(name) > _LONGEST:
        raise BadRowError(file, line, "employer", repr(employer)[:60], f"a name of up to {_LONGEST} characters")
    begins, ends = (_day(text, file, line) for text in (since, until))
    if begins and ends and begins >= ends:
        raise BadRowError(file, line, "until", until, f"a day after {since}")
    return Stint(name, begins, ends, line, clean(without_addresses(raw or employer))[:_LONGEST])


def worded(text: str, file: str, line: int) -> Stint:
    """The stint of `Acme from 2018-01-01 until 2020-06-01`, either date or both left out."""
    rest, until, since = text.strip(), "", ""
    if found := _UNTIL.search(rest):
        rest, until = rest[: found.start()], _said(found["until"], "until", file, line)
    if found := _FROM.search(rest):
        rest, since = rest[: found.start()], _said(found["since"], "from", file, line)
    return stint(rest, since, until, file, line, text)


def listed(text: str, file: str, line: int) -> list[Stint]:
    """The stints of `Acme < 2018-01-01, Bolt < 2020-06-01, Cog`: each lasts up to its date, after the one before."""
    found, since = [], ""
    for part in text.split(", "):
        if not part.strip():
            continue
        name, _, until = (piece.strip() for piece in part.partition(" < "))
        found.append(stint(name, since, until, file, line, part))
        since = until
    return found


def _said(word: str | None, field: str, file: str, line: int) -> str:
    if word is None:
        raise BadRowError(file, line, field, "nothing", DATE)
    return word


def _day(text: str, file: str, line: int) -> str:
    if not text:
        return ""
    plain = text.replace("/", "-")[:10]
    try:
        day = date.fromisoformat(plain)
    except ValueError:
        raise BadRowError(file, line, "date", repr(text)[:40], DATE) from None
    return "" if day.isoformat() in _NEVER else day.isoformat()

"""The types that parameters can have, and how a person's text becomes a value of one."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from graph.node_kinds import COUNTRY, DEVELOPER, DOMAIN, ORGANIZATION, REPOSITORY, TECHNIQUE

NAMES = {kind.label.lower(): kind.label for kind in (REPOSITORY, DEVELOPER, ORGANIZATION, DOMAIN, COUNTRY, TECHNIQUE)}
"""Types whose values are names that a person types, and the label of the node that they mean."""

SIMPLE = ("str", "int", "float", "bool", "month", "period", "date", *NAMES)
EXPECTED = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "month": "a month such as 2025-04",
    "period": "a month such as 2025-04, or a span such as 2025-02..2025-08",
    "date": "a date such as 2025-04-12, 2025-04 or 2025",
    "repository": "a repository, owner/name",
    "developer": "a developer's login",
    "organization": "an organization's name",
    "domain": "a domain's name",
    "country": "a country's name or ISO code",
    "technique": "a technique's name",
}
_TYPE = re.compile(r"(?P<list>list\[)?(?P<base>[a-z]+|[\w.-]+(?:\|[\w.-]+)+)(?(list)\])$")
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


@dataclass(frozen=True, slots=True)
class ValueType:
    """A parameter's type: `base` is a name of SIMPLE or `choice`; `many` tells a list of it."""

    base: str
    many: bool = False
    choices: tuple[str, ...] = ()

    def __str__(self) -> str:
        base = "|".join(self.choices) if self.choices else self.base
        return f"list[{base}]" if self.many else base

    @property
    def label(self) -> str | None:
        """The label of the node that a value names, or None where values are no names."""
        return NAMES.get(self.base)

    @property
    def expected(self) -> str:
        """What one value has to be, in words."""
        return f"one of {', '.join(self.choices)}" if self.choices else EXPECTED[self.base]

    def read(self, raw: object) -> object:
        """One value out of text or out of a value of Python; ValueError when it is not of this type."""
        if self.choices:
            return _choice(raw, self.choices)
        return _READERS.get(self.base, _text)(raw)


def read_type(text: str) -> ValueType | None:
    """The type that `text` writes, such as `int`, `list[repository]` or `any|all`; None when it writes none."""
    found = _TYPE.match(text)
    if not found:
        return None
    choices = tuple(found["base"].split("|")) if "|" in found["base"] else ()
    if not choices and found["base"] not in SIMPLE:
        return None
    return ValueType("choice" if choices else found["base"], bool(found["list"]), choices)


def _text(raw: object) -> str:
    if not isinstance(raw, str) or "\0" in raw:
        raise ValueError(raw)
    return " ".join(raw.split())


def _choice(raw: object, choices: tuple[str, ...]) -> str:
    spelled = {choice.lower(): choice for choice in choices}
    found = spelled.get(_text(raw).lower())
    if found is None:
        raise ValueError(raw)
    return found


def _int(raw: object) -> int:
    if isinstance(raw, int) and not isinstance(raw, bool):
        value = raw
    elif re.fullmatch(r"[+-]?[0-9]{1,19}", _text(raw)):
        value = int(_text(raw))
    else:
        raise ValueError(raw)
    if not -(2**63) <= value < 2**63:  # Neo4j's integers have 64 bits
        raise ValueError(raw)
    return value


def _float(raw: object) -> float:
    plain = isinstance(raw, int | float) and not isinstance(raw, bool)
    value = float(raw) if plain else float(_text(raw))  # type: ignore[arg-type]  # `plain` has told
    if not math.isfinite(value):
        raise ValueError(raw)
    return value


def _bool(raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    if _text(raw).lower() not in _TRUTH:
        raise ValueError(raw)
    return _TRUTH[_text(raw).lower()]


def _month(raw: object) -> str:
    if not _MONTH.fullmatch(_text(raw)):
        raise ValueError(raw)
    return _text(raw)


def _period(raw: object) -> str:
    first, dots, last = _text(raw).partition("..")
    if not _MONTH.fullmatch(first) or (dots and not (_MONTH.fullmatch(last) and first <= last)):
        raise ValueError(raw)
    return _text(raw)


def _date(raw: object) -> str:
    text = raw.isoformat() if isinstance(raw, date) else _text(raw)
    if re.fullmatch(r"[0-9]{4}", text) or _MONTH.fullmatch(text):
        return text
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(raw)
    return date.fromisoformat(text).isoformat()


_READERS: dict[str, Callable[[object], object]] = {
    "int": _int,
    "float": _float,
    "bool": _bool,
    "month": _month,
    "period": _period,
    "date": _date,
}

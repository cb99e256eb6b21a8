"""A company field cut into the names that it may hold, without what is no name: roles, former employers, addresses."""

from __future__ import annotations

import re

_ACCOUNT_LINK = re.compile(r"(?:https?://)?(?:www\.)?(?:github|gitlab|gitee)\.com/([\w-]+)\S*", re.IGNORECASE)
_LINK = re.compile(r"https?://(?:www\.)?([^\s/]+)\S*", re.IGNORECASE)
_ADDRESS = re.compile(r"\S+@(\S+\.\w+)\S*")
_FORMER = re.compile(
    r"(?:\b(?:ex|former|formerly|prev|previous|previously|past|alum(?:n[iuae]s?)?|graduated?\s+(?:from|of|at)|retired\s+from|left|not"
    r"\s+at)\b(?!\s*$)|前(?=[^端沿台]))(?!\w)?[^;|)]*?"
    r"(?=[;|)]|\b(?:now|currently|current)\b|$)",
    re.IGNORECASE,
)
_HARD = re.compile(r"\s*[;|\n、•·]\s*")
_SOFT = re.compile(r"\s*/\s*|\s+(?:&|and|\+|x)\s+|\s*\+\s+", re.IGNORECASE)
_PARTS = re.compile(
    r"\s*,\s*|\s+[-\u2013\u2014~]+\s+|\s*:\s+|\s+at\s+|\b(?:work(?:s|ing|ed)?|employed|intern(?:ing)?)\s+(?:for|with|in)\s+|(?=(?<!\w)@)|\s*@\s+|(?<=\w)\s*(?=@)",
    re.IGNORECASE,
)
_INNER = re.compile(r"\(([^()]*)\)?|\[([^\[\]]*)\]?")


def without_asides(text: str) -> str:
    """`text` without former employers; mail addresses (never kept) and links become the domain or account they name."""
    plain = _ADDRESS.sub(r" \1 ", text) if "@" in text else text
    plain = _ACCOUNT_LINK.sub(r" @\1 ", plain)
    plain = _LINK.sub(r" \1 ", plain)
    return " ".join(_FORMER.sub(" ", plain).split())


def statements(text: str) -> list[str]:
    """The parts of `text` that stand for themselves: `UIUC; ZJU` are two."""
    return [part for part in _HARD.split(text) if part]


def joined(text: str) -> list[str]:
    """The names that `&`, `and`, `/` or `+` may join: a name may as well contain them (`Johnson & Johnson`)."""
    return [part for part in _SOFT.split(text) if part]


def parts(text: str) -> list[str]:
    """The name and what qualifies it: `Department of CS, Peking University`, `Engineer @ Google`, `Meta - PyTorch`."""
    outer = _INNER.sub(" , ", text)
    return [part for part in (raw.strip(" ,.-") for raw in _PARTS.split(outer)) if part.strip("@")]


def inner(text: str) -> list[str]:
    """What stands in parentheses: `WPS` of `Kingsoft Office (WPS)`."""
    return [found for pair in _INNER.findall(text) for found in pair if found.strip()]

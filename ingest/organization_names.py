"""One name of an organization: the alias files, and the rules for names that they lack, from sure to doubtful."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.aliases import Aliases, Organization
from ingest.folding import fold, squash

# Confidence by rule; docs/identity.md has the table.
EXACT, CLEANED, UNIT, SPELLING, KIND, LEGAL, ACCOUNT, WRITTEN = 1.0, 0.9, 0.85, 0.8, 0.8, 0.7, 0.6, 0.5

_CHINESE_LEGAL = re.compile(r"(?:股份有限公司|有限责任公司|有限公司|集团公司|集团|公司)$")
_FIRM_WORDS = frozenset({"group", "holding", "holdings", "company", "corp", "corporation", "co"})
_UNIVERSITY = re.compile(
    r"\b(?:universi\w*|univ|uniwersytet\w*|yliopisto|egyetem|college|polytechnic\w*|politecnico|politechnika|hochschule|"
    r"fachhochschule|ecole|institute of technology|institute of science and technology|institut teknologi)\b"
    r"|大学$|大學$|学院$|學院$|대학교$|университет"
)
_NOT_UNIVERSITY = re.compile(r"\b(?:press|hospital|ventures|bookstore)\b|出版社|医院")
_FOUNDATION = re.compile(r"\b(?:foundation|stiftung|fundacion|fondation|conservancy)\b|基金会$|基金會$")
_COMMUNITY = re.compile(r"\b(?:project|community|collective|user group|contributors|maintainers)$|社区$|社區$|开源$")
_GENERIC = ("university", "institute", "technology", "laboratory", "foundation", "polytechnic", "college")
_SLIPS = 2
_GENERIC_LETTERS = 6
_NAME_LETTERS = 6


@dataclass(frozen=True, slots=True)
class Named:
    """A name as a rule read it: canonical where the alias files know it, else as written."""

    name: str
    kind: str
    confidence: float
    reason: str
    by_account: bool = False


def read_name(aliases: Aliases, text: str) -> Named | None:
    """What the one name `text` stands for, by the first rule that fits; None where only a name as written is left."""
    return (
        _alias(aliases, text)
        or _cleaned(aliases, text)
        or _unit(aliases, text)
        or _corrected(aliases, text)
        or _by_words(text)
    )


def read_account(aliases: Aliases, text: str) -> Named | None:
    """The organization of `@account and more words`; None where `text` is no account."""
    whole = _alias(aliases, text[1:])
    if whole:
        return whole
    handle = re.match(r"@([A-Za-z0-9][\w-]*)", text)
    if handle is None:
        return read_name(aliases, text.lstrip("@"))
    known = aliases.owning(handle[1])
    if known:
        return _named(known, EXACT, f"account: {handle[1].lower()}", by_account=True)
    rest = text[handle.end() :].strip()
    longer = read_name(aliases, text[1:])
    if longer and longer.confidence > ACCOUNT:
        return longer
    return None if rest.startswith(".") else Named(handle[1], "unknown", ACCOUNT, "account as written", by_account=True)


def _named(known: Organization, confidence: float, reason: str, *, by_account: bool = False) -> Named:
    return Named(known.name, known.kind, confidence, reason, by_account)


def _alias(aliases: Aliases, text: str) -> Named | None:
    known = aliases.named(text)
    return _named(known, EXACT, f"alias file: {fold(text)}") if known else None


def _cleaned(aliases: Aliases, text: str) -> Named | None:
    short = without_legal_form(text)
    if squash(short) == squash(text):
        return None
    known = aliases.named(short)
    if known:
        return _named(known, CLEANED, "legal suffix removed")
    if _by_words(short):
        return None
    return Named(short, "company", LEGAL, "a company by its legal suffix") if squash(short) else None


def without_legal_form(text: str) -> str:
    """`text` without `Inc.`, `GmbH`, `有限公司` and the like, and without `Group` or `Holdings` before them."""
    from cleanco import basename  # noqa: PLC0415 - its table of suffixes is built when first needed

    short = _CHINESE_LEGAL.sub("", basename(text) or text).strip(" ,.-")
    words = short.split()
    removed = short != text.strip(" ,.-")
    while removed and len(words) > 1 and fold(words[-1]) in _FIRM_WORDS:
        words.pop()
    return " ".join(words)


def _unit(aliases: Aliases, text: str) -> Named | None:
    """`NVIDIA Research`, `Google Cloud Platform`: a known name and nothing but words for a part of it."""
    words = fold(text).split()
    for end in range(len(words) - 1, 0, -1):
        if not all(word in aliases.lists["unit_words"] or word.isdigit() for word in words[end:]):
            return None
        known = aliases.named(" ".join(words[:end]))
        if known:
            return _named(known, UNIT, f"part of {known.name}")
    return None


def _corrected(aliases: Aliases, text: str) -> Named | None:
    """Slips in words: `Renmin Univeristy of China`, `Carnegie Melon University`."""
    words = fold(text).split()
    general = [_generic(word) for word in words]
    known = aliases.named(" ".join(general)) if general != words else None
    if known is None:
        return None
    return _named(known, SPELLING, "spelling corrected")


@cache
def _generic(word: str) -> str:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only where no exact rule fits

    if len(word) < _GENERIC_LETTERS:
        return word
    return next((right for right in _GENERIC if OSA.distance(word, right, score_cutoff=_SLIPS) <= _SLIPS), word)


def _by_words(text: str) -> Named | None:
    plain = " ".join(_generic(word) for word in fold(text).split())
    for pattern, kind in ((_FOUNDATION, "foundation"), (_UNIVERSITY, "university"), (_COMMUNITY, "community")):
        if pattern.search(plain) and not _NOT_UNIVERSITY.search(plain):
            return Named(text.strip(), kind, KIND, f"a {kind} by its name")
    return None

"""One name of an organization: the alias files, and the rules for names that they lack, from sure to doubtful."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.aliases import Aliases, Organization
from ingest.folding import fold, squash
from ingest.place_names import is_place

# Confidence by rule; docs/identity.md has the table.
EXACT, CLEANED, UNIT, SPELLING, KIND, LEGAL, ACCOUNT, WRITTEN = 1.0, 0.9, 0.85, 0.8, 0.8, 0.7, 0.6, 0.5

_CHINESE_LEGAL = re.compile(r"(?:(?:股份|有限|责任|集团)*公司|集团)$")
_CHINESE_SEAT = re.compile(r"^(?:中国|北京|上海|深圳|杭州|广州|成都|南京|武汉|苏州)市?")
_CHINESE_TRADE = re.compile(
    r"(?:信息|网络|技术|科技|软件|智能|人工智能|计算机|控股|通讯|通信|数据|在线|系统|服务|研究|基础|发展|电子|商务)+$"
)
_CHINESE_UNIT = re.compile(
    r"(?:学院|系|实验室|研究院|研究所|研究中心|中心|事业部|事业群|部门|集团|云|科技|技术|游戏|互娱|音乐|计算机)$"
)
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
_SHORT_FORMS = {"univ": "university", "inst": "institute", "lab": "laboratory", "labs": "laboratory"}
_SLIPS = 2
_GENERIC_LETTERS = 6
_REMEMBERED = 10_000
_MOST_CUTS = 12


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
        return replace(whole, by_account=True)
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
    seatless = _CHINESE_SEAT.sub("", short)
    known = next(filter(None, map(aliases.named, (short, seatless, _CHINESE_TRADE.sub("", seatless)))), None)
    if known:
        return _named(known, CLEANED, "legal suffix removed")
    words = fold(short).split()
    if not words or _by_words(short) or words[0] in aliases.lists["opening_words"]:
        return None
    return _unit(aliases, short) or Named(short, "company", LEGAL, "a company by its legal suffix")


@lru_cache(maxsize=_REMEMBERED)
def without_legal_form(text: str) -> str:
    """`text` without `Inc.`, `GmbH`, `有限公司` and the like, and without `Group` or `Holdings` before them."""
    from cleanco import basename  # noqa: PLC0415 - its table of suffixes is built when first needed

    plain = re.sub(r"\([^()]*\)", "", text) if text.endswith("公司") else text
    short = _CHINESE_LEGAL.sub("", basename(plain) or plain).strip(" ,.-")
    words = short.split()
    removed = short != text.strip(" ,.-")
    while removed and len(words) > 1 and fold(words[-1]) in _FIRM_WORDS:
        words.pop()
    return " ".join(words)


def _unit(aliases: Aliases, text: str) -> Named | None:
    """`NVIDIA Research`, `浙江大学计算机学院`: a known name and nothing but what names a part of it."""
    words = fold(text).split()
    if len(words) == 1 and _CHINESE_UNIT.search(words[0]):
        cuts = [(words[0][:end], words[0][end:]) for end in range(len(words[0]) - 1, 1, -1)]
    else:
        cuts = [(" ".join(words[:end]), " ".join(words[end:])) for end in range(len(words) - 1, 0, -1)]
    for name, rest in cuts[:_MOST_CUTS]:
        known = aliases.named(name)
        if known and _names_a_part(aliases, rest):
            return _named(known, UNIT, f"part of {known.name}")
    return None


def _names_a_part(aliases: Aliases, rest: str) -> bool:
    units, roles = aliases.lists["unit_words"], aliases.lists["role_words"]
    if all(word in units or word in roles or word.isdigit() for word in rest.split()):
        return True
    project = aliases.named(rest)
    return bool(_CHINESE_UNIT.search(rest) or is_place(aliases, rest) or (project and project.kind == "community"))


def _corrected(aliases: Aliases, text: str) -> Named | None:
    """A slip or a short form in a general word: `Renmin Univeristy of China`, `Tsinghua Univ.`."""
    words = fold(text).split()
    general = [_generic(word) for word in words]
    known = aliases.named(" ".join(general)) if general != words else None
    return _named(known, SPELLING, "spelling corrected") if known else None


@lru_cache(maxsize=_REMEMBERED)
def _generic(word: str) -> str:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only where no exact rule fits

    if len(word) < _GENERIC_LETTERS:
        return _SHORT_FORMS.get(word, word)
    return next((right for right in _GENERIC if OSA.distance(word, right, score_cutoff=_SLIPS) <= _SLIPS), word)


def _by_words(text: str) -> Named | None:
    plain = " ".join(_generic(word) for word in fold(text).split())
    for pattern, kind in ((_FOUNDATION, "foundation"), (_UNIVERSITY, "university"), (_COMMUNITY, "community")):
        if pattern.search(plain) and not _NOT_UNIVERSITY.search(plain):
            return Named(text.strip(), kind, KIND, f"a {kind} by its name")
    return None

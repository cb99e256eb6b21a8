"""One name of an organization: the alias files, and the rules for names that they lack, from sure to doubtful."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.aliases import Aliases, Organization
from ingest.domains import owner_of_domain
from ingest.folding import fold, squash
from ingest.institution_names import FIRMS, institution, is_general, says_university, variants
from ingest.place_names import is_place

# Confidence by rule; docs/identity.md has the table.
EXACT, CLEANED, UNIT, SPELLING, KIND, LEGAL = 1.0, 0.9, 0.85, 0.8, 0.8, 0.7

_CHINESE_LEGAL = re.compile(r"(?:(?:股份|有限|责任|集团)*公司|集团|株式会社|\(株\)|주식회사|\(주\))$")
_LEGAL_FIRST = re.compile(r"^(?:株式会社|\(株\)|㈜|주식회사|\(주\)|(?:ООО|ОАО|ПАО|ЗАО|АО|PT)\s)\s*", re.IGNORECASE)  # noqa: RUF001
_CHINESE_SEAT = re.compile(r"^(?:中国|北京|上海|深圳|杭州|广州|成都|南京|武汉|苏州)市?")
_CHINESE_TRADE = re.compile(
    r"(?:信息|网络|技术|科技|软件|智能|人工智能|计算机|控股|通讯|通信|数据|在线|系统|服务|研究|基础|发展|电子|商务)+$"
)
_CHINESE_UNIT = re.compile(
    r"(?:学院|系|实验室|研究院|研究所|[^a-z]{0,4}所|研究中心|中心|事业部|事业群|部门|部|集团|校区|分校|班"
    r"|(?:云|科技|技术|网络|信息|软件|智能|数据|游戏|互娱|音乐|金融|健康|计算机|计算|物流|国际|文娱|安全|汽车)+(?:公司|集团)?)$"
)
_HAN_FROM = "\u3400"
_FIRM_WORDS = frozenset({"group", "holding", "holdings", "company", "corp", "corporation", "co"})
_GENERIC = ("university", "institute", "technology", "laboratory", "foundation", "polytechnic", "college")
_SHORT_FORMS = {"univ": "university", "inst": "institute", "lab": "laboratory", "labs": "laboratory"}
_SLIPS = 2
_GENERIC_LETTERS = 6
_REMEMBERED = 10_000
_MOST_CUTS = 12
_MOST_WORDS_OF_A_FIRM, _MOST_WORDS_OF_A_PART = 5, 2
_SHORTEST_DISTINCT, _SHORTEST_FOUNDATION = 3, 5
_OF_A_UNIVERSITY = frozenset(
    {"school", "lab", "labs", "laboratory", "department", "faculty", "center", "centre", "institute"}
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name as a rule read it: canonical where the alias files know it, else as the text has it."""

    name: str
    kind: str
    confidence: float
    reason: str
    by_account: bool = False


def read_name(aliases: Aliases, text: str) -> Named | None:
    """What the one name `text` stands for, by the first rule that fits; None where no rule knows it."""
    return (
        _alias(aliases, text)
        or _by_domain(aliases, text)
        or _cleaned(aliases, text)
        or _unit(aliases, text)
        or _corrected(aliases, text)
        or _by_words(aliases, text)
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
    return read_name(aliases, text[1:])


def _named(known: Organization, confidence: float, reason: str, *, by_account: bool = False) -> Named:
    return Named(known.name, known.kind, confidence, reason, by_account)


def _alias(aliases: Aliases, text: str) -> Named | None:
    known = aliases.named(text)
    return _named(known, EXACT, f"alias file: {fold(text)}") if known else None


def _by_domain(aliases: Aliases, text: str) -> Named | None:
    """The organization of a domain that stands where a name is expected: `nvidia.com`."""
    name = owner_of_domain(aliases, text) if "." in text else ""
    return _named(aliases.organizations[aliases.domains[name]], CLEANED, f"domain: {name}") if name else None


def _cleaned(aliases: Aliases, text: str) -> Named | None:
    short = without_legal_form(text)
    if squash(short) == squash(text):
        known = aliases.named(_without_firm_words(short))
        return _named(known, CLEANED, "legal suffix removed") if known else None
    seatless = _CHINESE_SEAT.sub("", short)
    ways = (short, seatless, _CHINESE_TRADE.sub("", seatless), _without_firm_words(short))
    known = next(filter(None, map(aliases.named, ways)), None)
    if known:
        return _named(known, CLEANED, "legal suffix removed")
    part = _unit(aliases, short) or (_unit(aliases, seatless) if seatless != short else None)
    if part or says_university(fold(short)) or not _is_firm(aliases, text, short):
        return part
    return Named(short, "company", LEGAL, "a company by its legal suffix")


def _without_firm_words(text: str) -> str:
    """`text` without `Group` or `Holdings` at its end."""
    words = text.split()
    while len(words) > 1 and fold(words[-1]) in _FIRM_WORDS:
        words.pop()
    return " ".join(words)


def _is_firm(aliases: Aliases, text: str, short: str) -> bool:
    """Whether `text` is a firm's name by its legal form; `short` is the name without it."""
    words, lists = fold(short).split(), aliases.lists
    if (
        not FIRMS.search(text)
        or not words
        or len(words) > _MOST_WORDS_OF_A_FIRM
        or is_general(short, lists["general_words"])
    ):
        return False
    return words[0] not in lists["opening_words"] and fold(short) not in lists["not_organizations"]


@lru_cache(maxsize=_REMEMBERED)
def without_legal_form(text: str) -> str:
    """`text` without `Inc.`, `GmbH`, `有限公司` and the like, and without `Group` or `Holdings` before them."""
    from cleanco import basename  # noqa: PLC0415 - its table of suffixes is built when first needed

    plain = re.sub(r"\([^()]*\)", "", text) if text.endswith("公司") else text
    short = _CHINESE_LEGAL.sub("", _LEGAL_FIRST.sub("", basename(plain) or plain)).strip(' ,.-"«»')
    return _without_firm_words(short) if short != text.strip(" ,.-") else " ".join(short.split())


def _unit(aliases: Aliases, text: str) -> Named | None:
    """`NVIDIA Research`, `浙江大学计算机学院`: a known name and nothing but what names a part of it."""
    words = fold(text).split()
    if len(words) == 1 and _is_han(words[0][:1]):
        cuts = [(words[0][:end], words[0][end:]) for end in range(len(words[0]) - 1, 1, -1)]
    else:
        cuts = [(" ".join(words[:end]), " ".join(words[end:])) for end in range(len(words) - 1, 0, -1)]
    for name, rest in cuts[:_MOST_CUTS]:
        known = aliases.named(name)
        if known and _names_a_part(aliases, name, rest):
            return _named(known, UNIT, f"part of {known.name}")
    return None


def _names_a_part(aliases: Aliases, name: str, rest: str) -> bool:
    """Whether `rest` after the known `name` can only be a part of it, a place of it, or a role in it."""
    units, roles, words = aliases.lists["unit_words"], aliases.lists["role_words"], rest.split()
    if any(word in aliases.lists["honours"] for word in words):
        return False
    if all(word in units or word in roles or word.isdigit() for word in words):
        return True
    if _CHINESE_UNIT.search(rest) or is_place(aliases, rest) or (_is_han(name) and rest.isascii() and len(words) == 1):
        return True
    whose, project = aliases.named(name), aliases.named(rest)
    if project and project.kind == "community":
        return True
    if whose and whose.kind == "university" and words[-1] in _OF_A_UNIVERSITY:
        return True
    telling = [word for word in words if word not in units]
    return len(telling) <= _MOST_WORDS_OF_A_PART and _is_distinct(aliases, name)


def _is_han(name: str) -> bool:
    return name[-1:] >= _HAN_FROM


def _is_distinct(aliases: Aliases, name: str) -> bool:
    """Whether whatever follows `name` belongs to it: a company's name of its own, or a university spelled out."""
    known = aliases.named(name)
    if known is None or len(name) < _SHORTEST_DISTINCT or name in aliases.lists["plain_names"]:
        return False
    if known.kind == "university":
        return says_university(name)
    return known.kind == "company" or (known.kind == "foundation" and len(name) >= _SHORTEST_FOUNDATION)


def _corrected(aliases: Aliases, text: str) -> Named | None:
    """A slip or a short form in a general word: `Renmin Univeristy of China`, `Tsinghua Univ.`."""
    words = fold(text).split()
    general = [_generic(word) for word in words]
    spelled = [" ".join(general)] if general != words else []
    known = next(filter(None, map(aliases.named, (*spelled, *variants(" ".join(general))))), None)
    return _named(known, SPELLING, "spelling corrected") if known else None


@lru_cache(maxsize=_REMEMBERED)
def _generic(word: str) -> str:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only where no exact rule fits

    if len(word) < _GENERIC_LETTERS:
        return _SHORT_FORMS.get(word, word)
    return next((right for right in _GENERIC if OSA.distance(word, right, score_cutoff=_SLIPS) <= _SLIPS), word)


def _by_words(aliases: Aliases, text: str) -> Named | None:
    found = institution(text, aliases.lists["general_words"], aliases.lists["people_words"])
    if found is None:
        return None
    name, kind = found
    known = aliases.named(name)
    if known:
        return _named(known, SPELLING, "spelling corrected")
    if fold(name) in aliases.lists["not_organizations"] or fold(name).split()[0] in aliases.lists["opening_words"]:
        return None
    return Named(name, kind, KIND, f"a {kind} by its name")

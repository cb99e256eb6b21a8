"""Universities, foundations and firms that no alias file has, told by a word that only such names carry."""

from __future__ import annotations

import re

from ingest.folding import fold
from ingest.gazetteer import us_states

_UNIVERSITY = re.compile(
    r"\b(?:universi\w*|univ|uniwersytet\w*|yliopisto|egyetem|college|polytechnic\w*|polytechnique|politecnic[oa]|"
    r"politechnika|hochschule|fachhochschule|ecole|institut[eo]? (?:of technology|teknologi|tecnologico)|"
    r"institute of science(?: and technology)?|iiit?|nit|insa|ensimag|dai hoc)\b"
    r"|大学$|大學$|学院$|學院$|대학교$|университет"
)
_NO_UNIVERSITY = re.compile(
    r"\b(?:press|hospital|ventures|bookstore|library|prep|dropout|drop out|graduated?|universities|colleges|"
    r"high|secondary|middle)\b|出版社|医院"
)
_FOUNDATION = re.compile(r"\b(?:foundation|stiftung|fundacion|fundacao|fondation|conservancy)\b|基金会$|基金會$")
_DISCIPLINE = re.compile(
    r"^(?:计算机|软件|信息|电子|工程|科学|技术|数学|网络|人工智能|与|自动化|通信|管理|经济|外国语|机械)+(?:学院|學院)$"
)
_SHARED = re.compile(
    r"^(?:the )?(?:(?:(?:indian|national) )?institute of (?:information )?technology|"
    r"(?:birla|vellore) institute of technology|california state university|university of (?:california|texas|"
    r"wisconsin|massachusetts|nebraska|nevada|tennessee|colorado|missouri|alabama|illinois|maryland))$"
)
_ANY = ("university of {}", "{} university", "universitat {}")
_WAYS = (
    (
        re.compile(r"(?:technical university|technische (?:universitat|hochschule)|th)(?: of)? (?P<place>\S+)"),
        ("tu {}",),
    ),
    (re.compile(r"(?P<place>\S+(?: \S+)?) university"), _ANY),
    (
        re.compile(
            r"(?:the )?(?:uni|u|university|universita[td]?|universite|universidad) (?:of |de |di |zu )?"
            r"(?P<place>\S+(?: \S+)?)"
        ),
        _ANY,
    ),
)
_LONGEST = 9

FIRMS = re.compile(
    r"[\s,]+(?:inc(?:orporated)?|llc|l\.l\.c|ltd|limited|corp(?:oration)?|gmbh|plc|pty|pvt|llp|ag|oyj?|srl|s\.r\.l|"
    r"s\.?p\.?a|b\.?v|s\.?r\.?o|sp\.? z ?o\.?o|k\.k|kft|aps|sarl|ltda)\.?\)?\s*$|(?:公司|株式会社|주식회사)$|^株式会社",
    re.IGNORECASE,
)
"""A legal form that is no abbreviation of a place or a common word as well: not `CO`, `SA`, `AB`, `NV`."""


def institution(text: str, general: frozenset[str], around: frozenset[str]) -> tuple[str, str] | None:
    """The name and the kind (university or foundation) that `text` tells by such a word, or None.

    general: words that tell no institution from another. around: words of who is there and of what they do.
    """
    plain = fold(text)
    if _UNIVERSITY.search(plain) and not _NO_UNIVERSITY.search(plain) and not _DISCIPLINE.match(plain):
        name = _trimmed(text, general, around)
        return (name, "university") if name and _UNIVERSITY.search(fold(name)) else None
    if _FOUNDATION.search(plain) and (name := _trimmed(text, general, around)):
        return name, "foundation"
    return None


def says_university(name: str) -> bool:
    """Whether the folded `name` has a word that only names of universities have."""
    return bool(_UNIVERSITY.search(name))


def variants(name: str) -> list[str]:
    """Other ways to write the folded name of a university such as `uni bonn` or `technical university munich`."""
    for pattern, forms in _WAYS:
        found = pattern.fullmatch(name)
        if found and found["place"] not in us_states().names:
            return [form.format(found["place"]) for form in forms]
    return []


def needs_place(text: str) -> bool:
    """Whether `text` is a general name that several universities share, so that a place after it tells which."""
    return bool(_SHARED.search(fold(text)))


def is_general(text: str, general: frozenset[str]) -> bool:
    """Whether every word of `text` is a number or one of `general`, as in `my university`."""
    return all(word in general or word.isdigit() for word in fold(text).split())


def _trimmed(text: str, general: frozenset[str], around: frozenset[str]) -> str:
    """The name without who is there and what they do: `CS student University of Pisa '24`; empty where none is left."""
    words = re.sub(r"\([^()]*\)?", " ", text).replace("Univ.", "University").split()
    while words and (not fold(words[0]) or fold(words[0]) in around):
        words.pop(0)
    while words and (not fold(words[-1]) or fold(words[-1]) in around or fold(words[-1]).isdigit()):
        words.pop()
    name = " ".join(words).strip(" ,.;:-'\"")
    head = re.split(r"\s(?:in|near|from)\s", name, maxsplit=1)[0]
    return "" if len(words) > _LONGEST or is_general(head, general) else name

"""Text as people type it into a profile, made comparable: width, case, accents, hidden letters."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 400
"""Characters of a field that are read; what follows is no name and no place."""

_HIDDEN = frozenset({"Cf", "Cs", "Co", "Cn"})
_ADDRESS = re.compile(r"\S+@\S+\.\w+")
_NOT_WORDS = re.compile(r"[\W_]+")
_INITIALS = re.compile(r"\b([^\W\d_])\.(?=[^\W\d_]\b)")
_APOSTROPHES = str.maketrans("", "", "'`\u2018\u2019\u00b4\u02bb\u02bc\u02be\u02bf")
_HAN, _KANA_OR_HANGUL = re.compile("[\u4e00-\u9fff]"), re.compile("[\u3040-\u30ff\uac00-\ud7af]")
_CASEFOLD_ROUNDS = 3
_STROKED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "\u0131": "i", "þ": "th"})
"""Letters of Europe that Unicode does not decompose."""


def clean(text: str) -> str:
    """`text` in NFKC form on one line, without hidden characters, and cut at `LONGEST`."""
    head = text[: 4 * LONGEST]
    if head.isascii() and head.isprintable():
        return " ".join(head.split())[:LONGEST].strip()
    normal = unicodedata.normalize("NFKC", head)
    shown = "".join(_shown(letter) for letter in normal)
    return unicodedata.normalize("NFKC", " ".join(shown.split()))[:LONGEST].strip()


def _shown(letter: str) -> str:
    category = unicodedata.category(letter)
    if category in _HIDDEN:
        return ""
    return " " if category == "Cc" else letter


def is_chinese(text: str) -> bool:
    """Whether `text` has Chinese signs, and none that Japanese or Korean alone has."""
    return bool(_HAN.search(text)) and not _KANA_OR_HANGUL.search(text)


def without_addresses(text: str) -> str:
    """`text` without mail addresses: they are never kept, not even in a reason."""
    return _ADDRESS.sub(" ", text) if "@" in text else text


def fold(text: str) -> str:
    """`text` as words to compare: lower case, no accents, no punctuation, one space between words."""
    plain = clean(text).translate(_APOSTROPHES)
    plain = plain.lower() if plain.isascii() else _unaccented(plain)
    return _NOT_WORDS.sub(" ", _INITIALS.sub(r"\1", plain)).strip()


def _unaccented(text: str) -> str:
    # Case folding and decomposition can each make work for the other (ẞ, ŉ, Cherokee): go on until nothing changes.
    for _ in range(_CASEFOLD_ROUNDS):
        parts = unicodedata.normalize("NFKD", text.casefold().translate(_STROKED))
        after = unicodedata.normalize("NFKC", "".join(c for c in parts if unicodedata.category(c) != "Mn"))
        if after == text:
            break
        text = after
    return text


def squash(text: str) -> str:
    """`fold(text)` without spaces, so that `InfinigenceAI` meets `Infinigence AI`."""
    return fold(text).replace(" ", "")

"""The words of a cell as a reader would see them: without markup, invisible letters and e-mail addresses."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from markdown_it import MarkdownIt

_INVISIBLE = dict.fromkeys(
    (0x00AD, 0x180E, 0x200B, 0x200C, 0x200E, 0x200F, 0xFEFF, *range(0x202A, 0x202F), *range(0x2060, 0x206A))
)
_BARE = re.compile(r"[A-Za-z0-9/._-]*")
_MARKUP = re.compile(r"[<`]|\]\(|&\w|&#")
_EMAIL = re.compile(r"(?:mailto:)?[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")


def clean(cell: str) -> str:
    """`cell` without HTML, links, zero-width letters and e-mail addresses, its spaces made single."""
    if _BARE.fullmatch(cell):
        return cell
    words = cell.translate(_INVISIBLE)
    if _MARKUP.search(words):
        words = _seen(words)
    if "@" in words:
        words = _EMAIL.sub("", words)
    return " ".join(words.split())


def heading(cell: str) -> str:
    """`cell` as the name of a column: cleaned, in lower case, with one `_` for anything between words."""
    plain = unicodedata.normalize("NFKC", clean(cell)).casefold()
    return re.sub(r"[^\w%]+", "_", plain).strip("_")


def _seen(words: str) -> str:
    tokens = _parser().parseInline(words.replace("\n", " "))
    inner = tokens[0].children or [] if tokens else []
    return "".join(_words(token.type, token.content) for token in inner)


def _words(kind: str, content: str) -> str:
    if kind == "html_inline":
        return " " if content.lower().startswith(("<br", "</p", "</li", "</div")) else ""
    return content


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    # No emphasis: `__init__` and `*` stand for themselves in a table's cell.
    return MarkdownIt("zero", {"html": True}).enable(["link", "html_inline", "entity", "backticks", "autolink"])

"""Texts whose English stands elsewhere (headers of queries, the schema, gaps, errors), looked up by that English."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

from viz.language.chosen import DEFAULT, language
from viz.language.countries import country
from viz.language.words import FOLDER, words

HOLE = re.compile(r"\\\{(\w+)\\\}")
"""A placeholder in an English text that is filled before it comes here, once the text is escaped for a pattern."""
NAMES = {"repository", "source"}
DAY = r"\d{4}(?:-\d\d){0,2}"
WORD, SIDE = r"\S+?", "high|low"
SHAPES = {
    "repository": WORD, "source": WORD, "since": DAY, "until": DAY, "inside": r"[^()]+?", "across": SIDE, "up": SIDE,
}  # fmt: skip
"""Placeholders that hold a word, a date, what stands between parentheses, or a side; all others hold anything."""
PLACE = re.compile(r"\{\w+\}")
LISTED = {", ": "page.comma", "; ": "page.semicolon"}
"""What stands between several things, and the word that does so in the language of the page."""


@cache
def entries(spoken: str) -> dict[str, dict[str, str]]:
    """The texts and the patterns of a language, by their English."""
    found: dict[str, dict[str, str]] = json.loads((FOLDER / f"{spoken}.headers.json").read_text(encoding="utf-8"))
    return found


def translated(text: str) -> str:
    """`text` in the language of the page; where it is not known, as it is."""
    if language() == DEFAULT or not text:
        return text
    found = told(text)
    return found if found != text else next(_filled(text, language()), text)


def told(text: str) -> str:
    """A text that has no placeholders, such as an event of the bundled tables, in the language of the page."""
    return text if language() == DEFAULT else entries(language())["texts"].get(text, text)


def named(name: str) -> str:
    """The name of a parameter, column or fact in words: `merged_prs` as "merged PRs" or 合并的 PR."""
    found = words(language()).get(f"names.{name.replace(' ', '_')}")
    return str(found or name.replace("_", " ").replace("prs", "PRs").replace("openrank", "OpenRank"))


def termed(value: str) -> str:
    """One of a fixed set of values, such as `merged_prs`, in words; in English as it is."""
    return str(words(language()).get(f"names.{value}", value))


@cache
def patterns(spoken: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The texts with placeholders as patterns that find what fills them, those with most words of their own first."""
    found = entries(spoken)["patterns"]
    order = sorted(found, key=lambda text: (-len(PLACE.sub("", text)), text))
    return tuple((re.compile(HOLE.sub(_hole, re.escape(text)), re.DOTALL), found[text]) for text in order)


def _hole(found: re.Match[str]) -> str:
    return f"(?P<{found[1]}>{SHAPES.get(found[1], '.+?')})"


def _filled(text: str, spoken: str) -> Iterator[str]:
    """The translation of a text that fits a pattern; what fills it is translated too."""
    for pattern, chinese in patterns(spoken):
        if fits := pattern.fullmatch(text):
            yield chinese.format_map({name: _filling(name, value) for name, value in fits.groupdict().items()})


def _filling(hole: str, value: str) -> str:
    """What fills a placeholder: a name, a text, a word, or several of them."""
    if hole in NAMES:
        return value
    found = country(termed(translated(value)))
    between = next((sign for sign in LISTED if sign in value), "")
    if found != value or not between:
        return found
    parts = value.split(between)
    spoken = [_filling(hole, part) for part in parts]
    names = not any(" " in part for part in parts)
    return str(words(language())[LISTED[between]]).join(spoken) if names or spoken != parts else value

"""Texts whose English stands elsewhere (headers of queries, the schema, gaps, errors), looked up by that English."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

from viz.language.chosen import DEFAULT, language
from viz.language.words import FOLDER, words

HOLE = re.compile(r"\\\{(\w+)\\\}")
"""A placeholder in an English text that is filled before it comes here, once the text is escaped for a pattern."""


@cache
def entries(spoken: str) -> dict[str, dict[str, str]]:
    """The texts and the patterns of a language, by their English."""
    found: dict[str, dict[str, str]] = json.loads((FOLDER / f"{spoken}.headers.json").read_text(encoding="utf-8"))
    return found


def translated(text: str) -> str:
    """`text` in the language of the page; where it is not known, as it is."""
    if language() == DEFAULT or not text:
        return text
    found = entries(language())["texts"].get(text)
    return found or next(_filled(text, language()), text)


def named(name: str) -> str:
    """The name of a parameter, column or fact in words: `merged_prs` as "merged PRs" or 合并的 PR."""
    found = words(language()).get(f"names.{name.replace(' ', '_')}")
    return str(found or name.replace("_", " ").replace("prs", "PRs").replace("openrank", "OpenRank"))


def termed(value: str) -> str:
    """One of a fixed set of values, such as `merged_prs`, in words; in English as it is."""
    return str(words(language()).get(f"names.{value}", value))


@cache
def patterns(spoken: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The texts with placeholders as patterns that find what fills them, the longest first."""
    found = entries(spoken)["patterns"]
    order = sorted(found, key=lambda text: (-len(text), text))
    return tuple((re.compile(HOLE.sub(r"(?P<\1>.+?)", re.escape(text)), re.DOTALL), found[text]) for text in order)


def _filled(text: str, spoken: str) -> Iterator[str]:
    """The translation of a text that fits a pattern; what fills it is translated too."""
    for pattern, chinese in patterns(spoken):
        if fits := pattern.fullmatch(text):
            yield chinese.format_map({name: termed(translated(value)) for name, value in fits.groupdict().items()})

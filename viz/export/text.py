"""Texts of strangers in files: what XML cannot hold is replaced, what would turn a line around is left out."""

from __future__ import annotations

import re
import unicodedata

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 does not have."""
TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that change the direction of what follows: a name with one would turn its neighbours."""
REPLACEMENT = "\ufffd"
NARROW, SLIM, BROAD = set("iIl.,:;'|!`"), set('fjrt()[]{}/\\- "'), set("mwMW@%—…")
EM_NARROW, EM_SLIM, EM_BROAD, EM_CAPITAL, EM_PLAIN, EM_WIDE = 0.28, 0.38, 0.9, 0.67, 0.57, 1.0
BOLDER = 1.07
SEPARATOR = " · "
LONGEST = 4000
"""Characters of a text that are looked at; no line is that long."""


def storable(text: str) -> str:
    """`text` with a replacement for each character that XML cannot hold: data keep all else."""
    return FORBIDDEN.sub(REPLACEMENT, text)


def shown(text: str) -> str:
    """`text` on one line as a picture shows it: no control characters, nothing that turns the line around."""
    return " ".join(TURNING.sub("", FORBIDDEN.sub("", text[:LONGEST])).split())


def width(text: str, px: float, *, bold: bool = False) -> float:
    """About how wide `text` is in pixels, rather too wide than too narrow: no font is at hand to measure."""
    return sum(map(_em, text)) * px * (BOLDER if bold else 1.0)


def _em(character: str) -> float:
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return EM_WIDE
    if unicodedata.combining(character):
        return 0.0
    for letters, em in ((NARROW, EM_NARROW), (SLIM, EM_SLIM), (BROAD, EM_BROAD)):
        if character in letters:
            return em
    return EM_CAPITAL if character.isupper() or ord(character) > 0x2FFF else EM_PLAIN  # noqa: PLR2004  beyond letters


def clipped(text: str, px: float, room: float, *, bold: bool = False) -> str:
    """`text` on one line in `room` pixels, with an ellipsis where it is longer."""
    line = shown(text)
    if width(line, px, bold=bold) <= room:
        return line
    kept, used = [], width("…", px, bold=bold)
    for character in line:
        used += width(character, px, bold=bold)
        if used > room:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def wrapped(text: str, px: float, room: float, most: int, *, bold: bool = False) -> list[str]:
    """`text` in at most `most` lines of `room` pixels, broken between words, the last with an ellipsis if need be."""
    words = shown(text).split()
    lines: list[str] = []
    while words and len(lines) < most - 1:
        count = _fitting(words, px, room, bold=bold)
        if not count:
            break
        lines.append(" ".join(words[:count]))
        words = words[count:]
    return [*lines, clipped(" ".join(words), px, room, bold=bold)] if words else lines


def flowed(parts: list[str], px: float, room: float, most: int) -> list[str]:
    """`parts` with dots between in at most `most` lines of `room` pixels; no part is broken that fits into a line."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]}{SEPARATOR}{part}" if lines else part
        if not lines or (width(longer, px) > room and len(lines) < most):
            lines.append(part)
        else:
            lines[-1] = longer
    return [clipped(line, px, room) for line in lines]


def _fitting(words: list[str], px: float, room: float, *, bold: bool) -> int:
    """How many of the first words fit into one line."""
    used, space = 0.0, width(" ", px, bold=bold)
    for count, word in enumerate(words):
        used += width(word, px, bold=bold) + (space if count else 0.0)
        if used > room:
            return count
    return len(words)


def clipped_line(line: str, most: int = 400) -> str:
    """A line of code without control characters, with its spaces, at most so long."""
    return TURNING.sub("", FORBIDDEN.sub("", line.replace("\t", "    ")))[:most]

"""What stands around a picture: title and answer above; legend, measures, sources and address below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from viz.drawing import Drawing, Group
from viz.export.labels import Box
from viz.export.scene import FAINT, outline
from viz.export.sheet import Sheet
from viz.export.subject import Subject
from viz.export.text import SEPARATOR, clipped, flowed, width, wrapped
from viz.language import in_months, say, translated
from viz.vega.theme import mixed

EDGE = 20.0
"""Free pixels along the edges of the picture."""
TITLE, LESSER, PLAIN, SMALL = 20.0, 15.0, 13.0, 12.0
HEIGHTS = {TITLE: 26.0, LESSER: 20.0, PLAIN: 20.0, SMALL: 17.0}
SMALL_SIDE = 420
"""A picture with a side below this has a smaller title, of one line."""
SHARE = 0.42
"""How much of the height the words may take; in a small picture the least important go."""
LEAST = ("measures", "subtitle", "legend", "address", "coverage")
"""What goes first where there is no room."""
KEYS = ("legend", "measures")
"""What tells how to read the marks."""
ROWS = 3
KEY, KEY_GAP, KEY_ROOM = 6.0, 20.0, 220.0


@dataclass(frozen=True, slots=True)
class Word:
    """A text of the caption, its baseline at `y`; a legend's has a key: the outline of its mark and the fill."""

    text: str
    x: float
    y: float
    px: float
    bold: bool = False
    soft: bool = True
    key: str = ""
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """The words, and the frame that they leave for what is drawn."""

    words: tuple[Word, ...]
    frame: Box


def caption(subject: Subject, sheet: Sheet) -> Caption:
    """The caption of a picture: as many of the parts that its sheet asks for as leave room for it."""
    wanted = {"all": ("title", *LEAST), "legend": KEYS}.get(sheet.words, ())
    found = _bands(subject, sheet) if wanted else {}
    bands = _fitting({name: rows for name, rows in found.items() if name in wanted}, sheet.height)
    words: list[Word] = []
    top = EDGE - 4
    for name in ("title", "subtitle"):
        top = _stacked(bands.get(name, ()), top, words)
    low = sheet.height - EDGE + 6 - sum(_height(rows) for name, rows in bands.items() if name in LEAST[0:1] + LEAST[2:])
    bottom = low
    for name in ("legend", "measures", "coverage", "address"):
        low = _stacked(bands.get(name, ()), low, words)
    return Caption(tuple(words), (4.0, top + 4, sheet.width - 4.0, bottom - 2))


Rows = Sequence[Sequence[Word]]


def _bands(subject: Subject, sheet: Sheet) -> dict[str, Rows]:
    room = sheet.width - 2 * EDGE
    drawing = subject.drawing
    px, lines = (LESSER, 1) if min(sheet.width, sheet.height) < SMALL_SIDE else (TITLE, 2)
    return {
        "title": _plain(wrapped(subject.title, px, room, lines, bold=True), px, bold=True, soft=False),
        "subtitle": _plain(wrapped(_subtitle(subject), PLAIN, room, 2), PLAIN),
        "legend": legend(drawing.groups, sheet, room) if drawing else (),
        "measures": _plain(flowed(measures(drawing), SMALL, room, 2) if drawing else [], SMALL),
        "coverage": _plain(flowed(coverage_parts(subject), SMALL, room, 2), SMALL),
        "address": _plain([clipped(subject.address, SMALL, room)] if subject.address else [], SMALL),
    }


def _subtitle(subject: Subject) -> str:
    """The answer in a sentence, or what was asked for."""
    return subject.answer or say("page.semicolon").join(f"{name} {value}" for name, value in subject.asked_most[:6])


def _plain(lines: Sequence[str], px: float, *, bold: bool = False, soft: bool = True) -> Rows:
    return [[Word(line, EDGE, 0.0, px, bold, soft)] for line in lines]


def _fitting(bands: Mapping[str, Rows], height: float) -> dict[str, Rows]:
    kept = dict(bands)
    for name in LEAST:
        if sum(map(_height, kept.values())) + 2 * EDGE <= height * SHARE + EDGE:
            break
        kept.pop(name, None)
    return kept


def _height(rows: Rows) -> float:
    return sum(HEIGHTS[row[0].px] for row in rows if row)


def _stacked(rows: Rows, top: float, words: list[Word]) -> float:
    """Add `rows` to `words` from `top` downwards; return where they end."""
    for row in rows:
        height = HEIGHTS[row[0].px]
        baseline = top + height / 2 + row[0].px * 0.35
        words.extend(_at(word, round(baseline, 1), top + height / 2) for word in row)
        top += height
    return top


def _at(word: Word, baseline: float, middle: float) -> Word:
    if not word.key:
        return replace(word, y=baseline)
    return replace(word, y=baseline, x=word.x + KEY_GAP, key=outline(word.key, word.x + KEY, middle, KEY))


def legend(groups: Sequence[Group], sheet: Sheet, room: float) -> Rows:
    """The groups in rows, as many as fit; how many do not is said."""
    shown = [group for group in groups if group.count]
    rows: list[list[Word]] = [[]]
    left = 0.0
    for number, group in enumerate(shown):
        text = f"{clipped(group.title, PLAIN, KEY_ROOM)} {group.count}"
        step = KEY_GAP + width(text, PLAIN) + 16
        if left + step > room and rows[-1]:
            if len(rows) == ROWS:
                return _with_rest(rows, len(shown) - number)
            rows.append([])
            left = 0.0
        fill = mixed(group.color, sheet.colors.paper, FAINT) if group.faint else group.color
        rows[-1].append(Word(text, EDGE + left, 0.0, PLAIN, soft=False, key=group.shape, fill=fill))
        left += step
    return [row for row in rows if row]


def _with_rest(rows: list[list[Word]], more: int) -> Rows:
    """`rows` with the last entry replaced by how many are not listed."""
    last = rows[-1].pop()
    rows[-1].append(Word(say("caption.more", n=more + 1), last.x, 0.0, PLAIN))
    return rows


def measures(drawing: Drawing) -> list[str]:
    """What size and width mean, each by itself."""
    own = say("picture.ownScales") if drawing.own_scales else ""
    parts = [
        say("picture.area", means=translated(drawing.size_means)) + own if drawing.size_means else "",
        say("picture.width", means=translated(drawing.weight_means)) if drawing.weight_means else "",
    ]
    return [part for part in parts if part]


def coverage_line(subject: Subject) -> str:
    """Amount, sources, months, the data's date, gaps and a cut, in one line."""
    return SEPARATOR.join(coverage_parts(subject))


def coverage_parts(subject: Subject) -> list[str]:
    """Amount, a cut, sources, months, the data's date and gaps, each by itself."""
    coverage = subject.coverage
    gaps = len(coverage.gaps)
    parts = [
        subject.amount,
        say("caption.cut") if subject.cut else "",
        say("page.from", sources=say("page.comma").join(coverage.sources))
        if coverage.sources
        else say("caption.noSource"),
        in_months(coverage),
        say("caption.asOf", day=subject.as_of) if subject.as_of else "",
        say("caption.gaps", n=gaps) if gaps else "",
    ]
    return [part for part in parts if part]

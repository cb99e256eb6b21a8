import re

import pytest

from tests.viz import worlds
from tests.viz.export import subjects
from tests.viz.export.opened import parsed
from viz.export.sheet import THEMES, Sheet
from viz.export.svg import NAMESPACE, fitted, nothing, svg
from viz.vega.theme import mixed

SVG = f"{{{NAMESPACE}}}"
ALLOWED = {"svg", "title", "desc", "rect", "g", "path", "text"}


def texts(text: str) -> list[str]:
    return [element.text or "" for element in parsed(text).iter(f"{SVG}text")]


def test_every_node_and_every_edge_is_drawn_once() -> None:
    root = parsed(svg(subjects.overlap(), Sheet()))
    titled = [shape for shape in root.iter(f"{SVG}path") if shape.find(f"{SVG}title") is not None]
    lines = [line for line in root.iter(f"{SVG}path") if line.get("stroke-width")]
    assert (len(titled), len(lines)) == (6, 6)


def test_title_answer_legend_measures_sources_and_address_stand_around() -> None:
    said = " | ".join(texts(svg(subjects.overlap(), Sheet())))
    for part in ("Developers between repositories", "2 developers: LyricZhao and fzyzcjy.", "developers in several 2"):
        assert part in said
    assert "width: merged pull requests" in said
    assert "6 nodes, 6 edges · from deepseek-week · 2025-02 to 2025-08 · data as of 2025-08-10 · 1 known gap" in said
    assert subjects.ADDRESS in said


def test_the_same_subject_gives_the_same_bytes() -> None:
    assert svg(subjects.overlap(), Sheet()) == svg(subjects.overlap(), Sheet())


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_colours_paper_ink_and_lines(theme: str) -> None:
    text, colors = svg(subjects.overlap(), Sheet(theme)), THEMES[theme]
    assert {colors.paper, colors.ink, colors.soft, colors.line_ink} <= set(re.findall(r"#[0-9a-f]{6}", text))
    others = [of for name, of in THEMES.items() if name != theme]
    assert not any(other.paper in text or other.ink in text for other in others)


@pytest.mark.parametrize("size", [(160, 160), (390, 700), (1200, 750), (4096, 2000)])
def test_at_any_size_all_stands_inside(size: tuple[int, int]) -> None:
    root = parsed(svg(subjects.overlap(), Sheet("light", *size)))
    assert root.get("viewBox") == f"0 0 {size[0]} {size[1]}"
    for text in root.iter(f"{SVG}text"):
        assert 0 <= float(text.get("x", "")) <= size[0]
        assert 0 < float(text.get("y", "")) <= size[1]


@pytest.mark.parametrize("made", [subjects.hostile, subjects.controlled, subjects.empty, subjects.chart])
def test_names_of_strangers_stay_text(made: object) -> None:
    assert callable(made)
    text = svg(made(), Sheet())
    root = parsed(text)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ALLOWED
    for element in root.iter():
        assert not [
            name for name in element.attrib if name.startswith("on") or name.endswith("href") or name == "style"
        ]
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]", text)


def test_a_long_name_is_shortened() -> None:
    assert len(svg(subjects.hostile(), Sheet())) < 20_000


def test_an_empty_answer_says_so() -> None:
    assert nothing(subjects.empty()) in texts(svg(subjects.empty(), Sheet()))
    assert nothing(subjects.chart(rows=0)) in texts(svg(subjects.chart(rows=0), Sheet()))
    assert nothing(subjects.overlap()) == ""


def test_a_chart_stands_in_the_frame_in_its_theme() -> None:
    root = parsed(svg(subjects.chart(), Sheet("dark")))
    inside = root.find(f"{SVG}svg")
    assert inside is not None
    assert "dark" in texts(svg(subjects.chart(), Sheet("dark")))
    assert float(inside.get("x", "-1")) > 0
    assert float(inside.get("width", "0")) <= 1200


def test_bare_leaves_title_and_sources_to_the_page_around() -> None:
    said = " | ".join(texts(svg(subjects.overlap(), Sheet(words="legend"))))
    assert "developers in several 2" in said
    assert "Developers between repositories" not in said
    assert "deepseek-week" not in said


def test_faint_groups_are_paler_than_their_colour() -> None:
    drawing = subjects.overlap().drawing
    assert drawing
    faint = next(group for group in drawing.groups if group.faint)
    fills = set(re.findall(r'fill="(#\w{6})"', svg(subjects.overlap(), Sheet())))
    assert faint.color.lower() in {fill.lower() for fill in fills}
    assert mixed(faint.color, THEMES["light"].paper, 0.5) in fills
    assert len(fills - {color for theme in THEMES.values() for color in (theme.paper, theme.ink, theme.soft)}) >= 3


def test_a_tall_picture_is_turned() -> None:
    wide, tall = (
        svg(subjects.subject(worlds.communities()), Sheet("light", *size)) for size in ((900, 500), (500, 900))
    )
    assert spread(tall) > 1 > spread(wide)


def spread(text: str) -> float:
    """How much higher than wide the labels of a picture stand."""
    marks = [shape.get("d", "") for shape in parsed(text).iter(f"{SVG}path") if shape.find(f"{SVG}title") is not None]
    points = [tuple(map(float, re.match(r"M(\S+) (\S+?)[ahL]", mark).groups())) for mark in marks]  # type: ignore[union-attr]
    xs, ys = zip(*points, strict=True)
    return float((max(ys) - min(ys)) / (max(xs) - min(xs)))


def test_a_mark_that_leads_somewhere_stays_without_its_link() -> None:
    inside = fitted(
        f'<svg xmlns="{SVG[1:-1]}" viewBox="0 0 9 9"><a href="https://elsewhere"><path d="M0 0h9"/></a></svg>',
        (0.0, 0.0, 90.0, 90.0),
    )
    assert "M0 0h9" in inside
    assert "elsewhere" not in inside
    assert not parsed(inside).findall(f".//{SVG}a")

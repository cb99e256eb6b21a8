from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from graph.model import Network
from graph.schema import NODES
from tests.viz.eyes import closest, contrast
from tests.viz.worlds import communities, overlap, repository
from viz.charts.landscape_map import FASTEST, of_pace
from viz.export.scene import outline
from viz.legend import CHANGES, COMMUNITY_COLORS, GREY, RAMP, UNKNOWN_SHAPE, by_community, by_kind, kind_group
from viz.vega.theme import PAPER, SUNK, THEMES, on

VIZ = Path(__file__).parents[2] / "viz"
PACES = (-FASTEST, -FASTEST / 2, 0.0, FASTEST / 2, FASTEST)
SEEN = 0.02
"""A distance that can just be seen."""


def test_a_kind_looks_as_the_schema_says() -> None:
    group = kind_group("Repository")
    assert (group.color, group.shape, group.title) == ("#0072B2", "square", "repositories")


def test_every_kind_of_the_schema_has_a_group() -> None:
    assert all(kind_group(label).title == kind.plural for label, kind in NODES.items())


def test_a_kind_that_the_schema_does_not_know_is_grey() -> None:
    assert kind_group("Spaceship").color == GREY


def test_colour_blind_readers_tell_the_kinds_of_a_picture_apart() -> None:
    drawn = ("Repository", "Developer", "Organization", "Country", "Domain", "Topic")
    assert closest({NODES[label].color for label in drawn}) > 2 * SEEN


def test_legend_and_picture_draw_the_same_mark_of_each_kind() -> None:
    sources = [VIZ / "browser" / "src" / name for name in ("paint.js", "large_marks.js", "legend.js")]
    texts = [path.read_text(encoding="utf-8") for path in (VIZ / "templates" / "_parts.html", *sources)]
    for shape in {kind.shape for kind in NODES.values()} - {UNKNOWN_SHAPE}:
        assert all(f'"{shape}"' in text or f"  {shape}: [" in text for text in texts), shape
        assert outline(shape, 0, 0, 9) != outline(UNKNOWN_SHAPE, 0, 0, 9), shape


def test_kinds_stand_in_the_order_of_the_schema() -> None:
    titles = list(dict.fromkeys(group.title for group in by_kind(overlap()).values()))
    assert titles == ["repositories", "developers"]


def test_a_community_is_named_after_its_weightiest_member() -> None:
    titles = {group.title for group in by_community(communities(2, 4)).values()}
    assert titles == {"around project0-3", "around project1-3"}


def test_the_largest_community_comes_first() -> None:
    nodes = tuple(repository(f"a/{i}", 1.0, 7 if i < 5 else 3) for i in range(8))
    groups = by_community(Network(nodes, ()))
    assert groups["github:a/0"].id == "c0"
    assert groups["github:a/7"].id == "c1"


def test_twelve_communities_have_colours_and_further_ones_are_grey() -> None:
    groups = {group.id: group.color for group in by_community(communities(15, 3)).values()}
    assert list(groups.values())[:12] == list(COMMUNITY_COLORS)
    assert set(list(groups.values())[12:]) == {GREY}
    assert len(set(COMMUNITY_COLORS)) == 12


def test_who_is_in_no_community_is_grey_and_said_so() -> None:
    network = communities(1, 3)
    alone = replace(network, nodes=(*network.nodes, repository("z/alone")))
    group = by_community(alone)["github:z/alone"]
    assert (group.title, group.color) == ("in no community", GREY)


def test_a_community_of_one_bears_its_member_s_name() -> None:
    assert by_community(Network((repository("a/one", 1.0, 4),), ()))["github:a/one"].title == "a/one"


def test_colour_blind_readers_tell_the_first_colours_well_apart_and_no_two_are_alike() -> None:
    assert closest(COMMUNITY_COLORS[:4]) > 8 * SEEN
    assert closest(COMMUNITY_COLORS[:6]) > 4 * SEEN
    assert closest(COMMUNITY_COLORS) > 2 * SEEN


def test_the_fewer_colours_there_are_the_further_apart_they_are() -> None:
    near = [closest(COMMUNITY_COLORS[:count]) for count in range(2, len(COMMUNITY_COLORS) + 1)]
    assert near == sorted(near, reverse=True)


def test_colour_blind_readers_see_what_changed_and_the_order_of_a_ramp() -> None:
    assert closest(CHANGES.values()) > 4 * SEEN
    assert closest(RAMP) > 3.9 * SEEN
    assert closest(map(of_pace, PACES)) > 3 * SEEN


def test_marks_stand_out_on_the_paper_of_both_themes_as_wcag_wants_it() -> None:
    papers = [theme[PAPER] for theme in THEMES.values()]
    drawn = (*COMMUNITY_COLORS, *RAMP, *CHANGES.values(), GREY, *(kind.color for kind in NODES.values()))
    assert min(contrast(color, paper) for color in drawn for paper in papers) >= 3


def test_growth_stands_out_on_both_themes_and_words_are_read_on_it() -> None:
    grounds = [theme[ground] for theme in THEMES.values() for ground in (PAPER, SUNK)]
    colors = [of_pace(FASTEST * step / 10) for step in range(-10, 11)]
    assert min(contrast(color, ground) for color in colors for ground in grounds) >= 3
    assert min(contrast(color, on(color)) for color in colors) >= 4.5


def test_the_panel_marks_what_changed_in_the_colours_of_the_picture() -> None:
    style = (VIZ / "browser" / "src" / "atlas.css").read_text(encoding="utf-8")
    for change in ("appeared", "left"):
        assert f".change.{change}::before {{ border-color: {CHANGES[change].lower()}" in style
    assert f".track .then {{ fill: {CHANGES['left'].lower()}" in style

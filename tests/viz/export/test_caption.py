import pytest

from tests.viz.export import subjects
from viz.drawing import Group
from viz.export.caption import caption, coverage_line, legend, measures
from viz.export.sheet import Sheet
from viz.export.text import SEPARATOR
from viz.language import speaking


def words(width: int, height: int) -> list[str]:
    return [word.text for word in caption(subjects.overlap(), Sheet("light", width, height)).words]


def test_a_large_picture_has_all_of_its_words() -> None:
    said = words(1200, 750)
    assert said[0] == "Developers between repositories"
    assert said[-1] == subjects.ADDRESS


def test_a_small_picture_keeps_title_and_sources_and_leaves_room() -> None:
    said = words(320, 240)
    assert said[0] == "Developers between repositories"
    assert any("deepseek-week" in each for each in said)
    assert not any(each.startswith("area:") for each in said)


@pytest.mark.parametrize("size", [(160, 160), (320, 240), (1200, 750), (700, 4000)])
def test_at_least_half_of_the_height_is_the_pictures(size: tuple[int, int]) -> None:
    left, top, right, bottom = caption(subjects.overlap(), Sheet("light", *size)).frame
    assert (left, right) == (4, size[0] - 4)
    assert bottom - top >= size[1] * 0.4


def test_groups_that_do_not_fit_are_counted() -> None:
    groups = [Group(f"c{i}", f"around project {i}", "square", "#4477AA", 5) for i in range(40)]
    rows = legend(groups, Sheet("light", 600, 400), 560)
    assert len(rows) == 3
    listed = sum(len(row) for row in rows) - 1
    assert rows[-1][-1].text == f"and {40 - listed} more"


def test_empty_groups_are_not_in_the_legend() -> None:
    assert legend([Group("c", "nobody", "dot", "#4477AA", 0)], Sheet(), 500) == []


def test_measures_and_coverage_are_said_in_words() -> None:
    drawing = subjects.overlap().drawing
    assert drawing
    assert measures(drawing)[0].startswith("area: merged pull requests")
    assert coverage_line(subjects.empty()) == SEPARATOR.join(["0 nodes, 0 edges", "source unknown"])


def test_a_caption_is_in_the_language_of_the_page() -> None:
    with speaking("zh"):
        line = coverage_line(subjects.overlap())
    assert "节点" in line
    assert "known gap" not in line

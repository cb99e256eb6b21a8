from itertools import combinations

from viz.export.labels import ALWAYS, MOST, Label, Wish, place
from viz.export.text import width

FRAME = (0.0, 0.0, 800.0, 500.0)


def box(label: Label) -> tuple[float, float, float, float]:
    wide, half = width(label.text, label.px, bold=label.bold), label.px * 0.65
    left = label.x - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
    return left, label.y - half, left + wide, label.y + half


def meet(one: Label, other: Label) -> bool:
    a, b = box(one), box(other)
    return a[0] < b[2] - 0.2 and b[0] < a[2] - 0.2 and a[1] < b[3] - 0.2 and b[1] < a[3] - 0.2


def crowd(count: int, step: float) -> list[Wish]:
    return [Wish(f"project number {i}", 40 + i * 37 % 720, 30 + i * step % 440, 4.0) for i in range(count)]


def test_no_label_lies_over_another() -> None:
    labels = place(crowd(300, 53), FRAME)
    assert len(labels) > 30
    assert not [pair for pair in combinations(labels, 2) if meet(*pair)]


def test_all_labels_stay_in_the_frame() -> None:
    for label in place([Wish("a long name at the edge", x, y, 8.0) for x in (2, 798) for y in (2, 498)], FRAME):
        left, top, right, bottom = box(label)
        assert left >= 0
        assert top >= 0
        assert right <= 800
        assert bottom <= 500


def test_the_most_important_comes_first() -> None:
    labels = place([Wish("first", 400, 250, 5), Wish("second", 402, 252, 5)], FRAME)
    assert labels[0].text == "first"
    assert labels[0].bold


def test_there_are_at_most_so_many_labels() -> None:
    wishes = [Wish("x", 10.0 + 20 * (i % 38), 12.0 + 22 * (i // 38), 1.0) for i in range(800)]
    assert len(place(wishes, FRAME)) <= MOST


def test_an_unimportant_label_keeps_off_all_marks_and_an_important_one_is_always_there() -> None:
    wall = [Wish("", 400.0 + dx, 250.0 + dy, 30.0) for dx, dy in ((50, 0), (-50, 0), (0, 44), (0, -44))]
    wish = Wish("name", 400, 250, 5)
    dots = [Wish("", 400.0 + dx, 250.0 + dy, 3.0) for dx in (-30, -15, 0, 15, 30) for dy in (-14, 0, 14)]
    blank = [Wish("", 20.0 + i, 20.0, 1.0) for i in range(ALWAYS)]
    assert [label.text for label in place([*wall, wish], FRAME) if label.text] == ["name"]
    assert [label.text for label in place([*blank, *wall, wish], FRAME) if label.text] == []
    assert [label.text for label in place([wish, *dots], FRAME) if label.text] == ["name"]
    assert [label.text for label in place([*blank, *dots, wish], FRAME) if label.text] == []


def test_around_a_centre_labels_look_outwards() -> None:
    assert place([Wish("left", 400, 250, 5, leftwards=True)], FRAME)[0].anchor == "end"


def test_an_important_mark_under_large_ones_keeps_its_label() -> None:
    wishes = [Wish("one", 300, 300, 40), Wish("two", 300, 300, 40), Wish("three", 300, 300, 4)]
    assert {label.text for label in place(wishes, (0, 0, 600, 600))} == {"one", "two", "three"}

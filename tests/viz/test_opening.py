from __future__ import annotations

from math import dist, hypot

from tests.viz.worlds import communities
from viz.aggregate import Show
from viz.drawing import PART, Drawing, Mark
from viz.views import draw

WORLD = communities(40, 130)
FIRST, SECOND = f"{PART}repository:c0", f"{PART}repository:c1"


def _drawn(*opened: str) -> Drawing:
    return draw(WORLD, view="collaboration", show=Show(opened=opened))


def _by_id(drawing: Drawing) -> dict[str, Mark]:
    return {mark.id: mark for mark in drawing.marks}


def test_members_stand_where_their_part_stood_and_know_it() -> None:
    before, after = _by_id(_drawn()), _by_id(_drawn(FIRST))
    members = [mark for mark in after.values() if mark.part]
    assert len(members) == 130
    assert {mark.part for mark in members} == {FIRST}
    middle = sum(mark.x for mark in members) / 130, sum(mark.y for mark in members) / 130
    reach = max(dist((mark.x, mark.y), middle) for mark in members)
    assert dist(middle, (before[FIRST].x, before[FIRST].y)) < reach / 4


def test_no_mark_lies_on_another_and_the_others_keep_their_direction() -> None:
    before, after = _by_id(_drawn()), _by_id(_drawn(FIRST))
    marks = list(after.values())
    pairs = ((a, b) for at, a in enumerate(marks) for b in marks[at + 1 :])
    assert [(a.id, b.id) for a, b in pairs if dist((a.x, a.y), (b.x, b.y)) < a.radius + b.radius - 1] == []
    was, now, zero = before[SECOND], after[SECOND], before[FIRST]
    (x, y), (u, v) = (was.x - zero.x, was.y - zero.y), (now.x - zero.x, now.y - zero.y)
    assert hypot(u, v) > hypot(x, y)
    assert abs(x * v - y * u) < 0.01 * hypot(x, y) * hypot(u, v)


def test_the_same_parts_give_the_same_places_and_closed_ones_those_from_before() -> None:
    assert _drawn(SECOND, FIRST) == _drawn(FIRST, SECOND)
    assert _drawn("part:nobody") == _drawn()


def test_a_drawing_of_parts_says_what_it_stands_for_in_the_colours_of_communities() -> None:
    drawing = _drawn()
    assert (len(drawing.marks), drawing.holds) == (40, len(WORLD.nodes))
    assert drawing.groups[0].title == "around project0-129"
    assert {group.count for group in drawing.groups} == {130}
    assert len({group.color for group in drawing.groups}) == 13
    assert [mark.page for mark in drawing.marks if mark.page] == []
    assert [group.color for group in _drawn(SECOND).groups] == [group.color for group in drawing.groups]

from __future__ import annotations

import math
from dataclasses import replace

from graph.model import Network
from tests.viz.worlds import developer, overlap, repository, work
from viz.views.overlap import draw


def test_who_is_in_several_stands_out_from_who_is_in_one() -> None:
    drawing = draw(overlap())
    assert {group.title: group.count for group in drawing.groups} == {
        "repositories": 2, "developers in several": 2, "developers in one": 2,
    }  # fmt: skip
    assert [group.faint for group in drawing.groups] == [False, False, True]


def test_repositories_and_shared_developers_are_labelled_before_the_others() -> None:
    marks = sorted(draw(overlap()).marks, key=lambda mark: mark.rank)
    assert {mark.group for mark in marks[:4]} == {"Repository", "shared"}


def test_shared_developers_stand_between_their_repositories() -> None:
    marks = {mark.title: mark for mark in draw(overlap()).marks}
    left, right = marks["deepseek-ai/DeepEP"], marks["deepseek-ai/DeepGEMM"]
    apart = math.dist((left.x, left.y), (right.x, right.y))
    for login in ("LyricZhao", "fzyzcjy"):
        mark = marks[login]
        assert math.dist((mark.x, mark.y), (left.x, left.y)) < apart
        assert math.dist((mark.x, mark.y), (right.x, right.y)) < apart


def test_many_shared_developers_do_not_overlap() -> None:
    logins = [f"dev{i}" for i in range(40)]
    nodes = (*(developer(login, 3.0) for login in logins), repository("a/one", 9.0), repository("a/two", 9.0))
    edges = tuple(work(login, name, 1) for login in logins for name in ("a/one", "a/two"))
    marks = draw(Network(nodes, edges)).marks
    for i, one in enumerate(marks):
        for other in marks[i + 1 :]:
            assert math.dist((one.x, one.y), (other.x, other.y)) >= one.radius + other.radius - 0.5


def test_a_centre_is_labelled_first() -> None:
    marks = draw(overlap(), "github:@sphish").marks
    assert next(mark for mark in marks if mark.title == "sphish").rank == 0


def test_nothing_draws_as_nothing() -> None:
    assert draw(replace(overlap(), nodes=(), edges=())).marks == ()


def test_the_weightiest_shared_developer_stands_at_the_top_whichever_repository_comes_first() -> None:
    for names in (("a/one", "b/two"), ("b/two", "a/one"), ("z/one", "b/two")):
        nodes = [repository(name, 10.0) for name in names]
        people = [developer(f"dev{i}", float(9 - i)) for i in range(4)]
        edges = [work(f"dev{i}", name, 2 + i) for i in range(4) for name in names]
        marks = {mark.title: mark for mark in draw(Network((*nodes, *people), tuple(edges))).marks}
        assert [marks[f"dev{i}"].y for i in range(4)] == sorted(marks[f"dev{i}"].y for i in range(4))

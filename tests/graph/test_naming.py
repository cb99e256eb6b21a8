"""What names mean, by the rule alone."""

from __future__ import annotations

from functools import reduce
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.keys import Ref, is_id, repository
from graph.naming import Link, Saying, meanings, neighbours, sayings_of

Said = dict[str, frozenset[Saying]]


def said_by(*refs: Ref) -> Said:
    """What several sources, one ref each, say together."""

    def together(held: Said, new: Said) -> Said:
        return {name: held.get(name, frozenset()) | new.get(name, frozenset()) for name in held | new}

    return reduce(together, (sayings_of([ref], f"s{number}") for number, ref in enumerate(refs)), {})


def meant(*refs: Ref) -> dict[str, str]:
    return {name.removeprefix("github:"): key.removeprefix("github:") for name, key in meanings(said_by(*refs)).items()}


def test_a_name_alone_says_nothing() -> None:
    assert sayings_of([repository("o/a")], "s") == {}


def test_a_name_that_is_called_its_own_former_name_says_nothing() -> None:
    assert sayings_of([repository("o/a", former=("O/A",))], "s") == {}


def test_what_is_said_of_a_rename_is_said_on_both_sides() -> None:
    said = sayings_of([repository("o/b", former=("o/a",))], "s")
    assert said == {
        "github:o/b": {Saying("s", Link.BEFORE, "github:o/a")},
        "github:o/a": {Saying("s", Link.AFTER, "github:o/b")},
    }
    assert neighbours(said["github:o/a"]) == {"github:o/b"}


@pytest.mark.parametrize(
    ("refs", "expected"),
    [
        pytest.param([repository("o/a", number=7)], {"o/a": "7"}, id="an id"),
        pytest.param(
            [repository("o/a", number=7), repository("o/a", number=9)], {"o/a": "9"}, id="the youngest of two ids"
        ),
        pytest.param([repository("o/a", number=10), repository("o/a", number=9)], {"o/a": "10"}, id="ids are numbers"),
        pytest.param(
            [repository("o/a", number=9), repository("o/b", number=9, former=("o/a",)), repository("o/a", number=7)],
            {"o/a": "7", "o/b": "9"},
            id="who bears a name comes before who bore it",
        ),
        pytest.param(
            [repository("o/b", number=7, former=("o/a",))], {"o/a": "7", "o/b": "7"}, id="a former name means the id"
        ),
        pytest.param([repository("o/b", former=("o/a",))], {"o/a": "o/b", "o/b": "o/b"}, id="the present name"),
        pytest.param(
            [repository("o/b", former=("o/a",)), repository("o/c", former=("o/b",))],
            {"o/a": "o/c", "o/b": "o/c", "o/c": "o/c"},
            id="a chain of renames",
        ),
        pytest.param(
            [repository("o/b", former=("o/a",)), repository("o/a", number=7)],
            {"o/a": "7", "o/b": "7"},
            id="an id through a rename",
        ),
        pytest.param(
            [repository("o/b", former=("o/a",)), repository("o/a", number=9), repository("o/b", number=7)],
            {"o/a": "9", "o/b": "7"},
            id="created again under the former name",
        ),
        pytest.param(
            [repository("o/b", former=("o/a",)), repository("o/a", former=("o/b",))],
            {"o/a": "o/a", "o/b": "o/a"},
            id="two names that replaced each other",
        ),
    ],
)
def test_a_name_means(refs: list[Ref], expected: dict[str, str]) -> None:
    assert meant(*refs) == expected


NAMES = st.sampled_from(["o/a", "o/b", "o/c", "o/d"])
REFS = st.lists(
    st.builds(
        lambda name, number, former: repository(name, number=number, former=tuple(former)),
        NAMES,
        st.one_of(st.none(), st.integers(1, 12)),
        st.lists(NAMES, max_size=2),
    ),
    max_size=8,
)


@given(REFS, st.randoms(use_true_random=False))
def test_the_order_in_which_it_was_said_does_not_matter(refs: list[Ref], random: Random) -> None:
    assert meant(*random.sample(refs, len(refs))) == meant(*refs)


@given(REFS)
def test_what_a_name_means_is_an_id_or_a_name_that_means_itself(refs: list[Ref]) -> None:
    found = meanings(said_by(*refs))
    assert all(is_id(key) or found[key] == key for key in found.values())


@given(REFS)
def test_an_id_is_meant_wherever_one_is_known_for_the_name(refs: list[Ref]) -> None:
    found = meanings(said_by(*refs))
    assert all(is_id(found[ref.keys[-1]]) for ref in refs if is_id(ref.key))

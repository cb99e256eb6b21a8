"""What is said of a row that cannot be taken."""

from __future__ import annotations

import pytest

from graph.model import Where
from ingest.sources.opendigger.places import Place, shown, whole


def test_a_place_is_a_file_and_a_row() -> None:
    place = Place("github/a/b/openrank.json", 3)
    assert place.where == Where("github/a/b/openrank.json", 3)
    assert str(place.bad("openrank.2020-13", "x", "a number")) == (
        "github/a/b/openrank.json:3: openrank.2020-13: found 'x', expected a number"
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [(None, "nothing"), (False, "false"), ({"a": 1}, "an object"), ([1], "a list"), (1.5, "1.5"), ("x", "'x'")],
)
def test_values_are_named_by_their_kind(value: object, words: str) -> None:
    assert shown(value) == words


def test_long_values_are_cut() -> None:
    assert len(shown("x" * 1000)) < 70


@pytest.mark.parametrize("value", [0, -1, True, 1.0, "7", None, 2**63])
def test_an_id_is_a_positive_whole_number(value: object) -> None:
    with pytest.raises(ValueError, match="a whole number, 1 or more"):
        whole(value)


def test_an_id_comes_back() -> None:
    assert whole(288431943) == 288431943

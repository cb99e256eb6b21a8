from __future__ import annotations

import pytest

from ingest.aliases import Aliases, load_aliases
from ingest.place_phrases import meaning_of


@pytest.fixture(scope="module")
def aliases() -> Aliases:
    return load_aliases()


@pytest.mark.parametrize(
    ("text", "winner"),
    [
        ("Hangzhou City", "CN"),
        ("Jiangxi Province", "CN"),
        ("Greater Seattle Area", "US"),
        ("Shanghai China", "CN"),
        ("China Beijing", "CN"),
        ("Austin TX", "US"),
        ("San Francisco CA", "US"),
        ("Paris-Saclay", "FR"),
        ("浙江省杭州市西湖区", "CN"),
        ("中国上海", "CN"),
        ("湖北武汉", "CN"),
        ("日本東京", "JP"),
        ("from Berlin", "DE"),
        ("Hoboken NJ", "US"),
        ("Paris TX", "US"),
    ],
)
def test_a_place_is_found_among_other_words(aliases: Aliases, text: str, winner: str) -> None:
    assert meaning_of(aliases, text).winner == winner


@pytest.mark.parametrize(
    "text",
    [
        "Nice place",
        "Mobile phone",
        "Reading books all day",
        "in front of my computer",
        "Behind you",
        "Milky Way Galaxy",
        "A small village",
        "火星",
        "家里蹲",
        "the quick brown fox jumps over the lazy dog in New York on a rainy day",
    ],
)
def test_words_that_are_also_cities_are_not_read_out_of_a_phrase(aliases: Aliases, text: str) -> None:
    assert meaning_of(aliases, text).codes == frozenset()


def test_countries_that_contradict_each_other_in_one_phrase_have_no_winner(aliases: Aliases) -> None:
    found = meaning_of(aliases, "China Germany")
    assert found.winner is None
    assert found.codes == {"CN", "DE"}


def test_nothing_to_read_is_blank(aliases: Aliases) -> None:
    assert meaning_of(aliases, "!?").blank
    assert not meaning_of(aliases, "Atlantis").blank

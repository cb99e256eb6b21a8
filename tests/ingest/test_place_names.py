from __future__ import annotations

import pytest

from ingest.aliases import Aliases, load_aliases
from ingest.place_names import city, code, country, demonym, exact, is_place, region


@pytest.fixture(scope="module")
def aliases() -> Aliases:
    return load_aliases()


def test_a_city_far_larger_than_its_namesakes_is_meant(aliases: Aliases) -> None:
    london = city(aliases, "london")
    assert london is not None
    assert london.winner == "GB"
    assert london.codes >= {"GB", "CA"}


def test_a_city_with_a_namesake_of_its_size_is_not_settled(aliases: Aliases) -> None:
    cambridge = city(aliases, "cambridge")
    assert cambridge is not None
    assert cambridge.winner is None


def test_another_name_of_a_city_hardly_counts_beside_one_of_that_very_name(aliases: Aliases) -> None:
    philadelphia = city(aliases, "philadelphia")  # Amman's name in antiquity
    assert philadelphia is not None
    assert philadelphia.winner == "US"


def test_another_name_of_a_city_is_found_where_no_city_has_it(aliases: Aliases) -> None:
    bombay = city(aliases, "bombay")
    assert bombay is not None
    assert bombay.winner == "IN"


def test_another_name_of_a_huge_city_abroad_still_makes_a_small_one_doubtful(aliases: Aliases) -> None:
    canton = city(aliases, "canton")  # Guangzhou's name of old, and a city in Ohio
    assert canton is not None
    assert canton.winner is None


def test_a_region_with_a_large_namesake_abroad_has_no_winner(aliases: Aliases) -> None:
    victoria, bavaria = region(aliases, "victoria"), region(aliases, "bavaria")
    assert victoria is not None
    assert bavaria is not None
    assert (victoria.winner, bavaria.winner) == (None, "DE")
    assert victoria.codes >= {"AU", "CA"}


def test_two_letters_are_a_country_a_state_or_both(aliases: Aliases) -> None:
    both, state, neither = (code(aliases, name) for name in ("ca", "tx", "zz"))
    assert both is not None
    assert state is not None
    assert both.codes == {"CA", "US"}
    assert state.codes == {"US"}
    assert neither is None


def test_a_code_of_a_state_elsewhere_counts_beside_its_country(aliases: Aliases) -> None:
    maharashtra = code(aliases, "mh")
    assert maharashtra is not None
    assert maharashtra.codes == {"IN", "MH"}
    assert maharashtra.winner == "MH"


def test_a_large_namesake_abroad_leaves_a_city_open_unless_it_is_a_capital(aliases: Aliases) -> None:
    birmingham, colombo, hyderabad = (city(aliases, name) for name in ("birmingham", "colombo", "hyderabad"))
    assert birmingham is not None
    assert colombo is not None
    assert hyderabad is not None
    assert (birmingham.winner, colombo.winner, hyderabad.winner) == (None, "LK", None)
    assert hyderabad.codes >= {"IN", "PK"}


def test_georgia_is_a_country_and_a_state(aliases: Aliases) -> None:
    georgia = country(aliases, "georgia")
    assert georgia is not None
    assert georgia.codes == {"GE", "US"}
    assert georgia.winner is None


def test_people_of_a_country_are_their_country(aliases: Aliases) -> None:
    swiss = demonym(aliases, "swiss")
    assert swiss is not None
    assert swiss.winner == "CH"
    assert demonym(aliases, "martian") is None


def test_what_is_listed_as_no_place_has_no_country_whatever_geonames_knows(aliases: Aliases) -> None:
    paradise = exact(aliases, "paradise")
    assert paradise is not None
    assert not paradise.codes


@pytest.mark.parametrize(("text", "place"), [("Beijing", True), ("Bavaria", True), ("Peru", True), ("Jike", False)])
def test_a_place_is_told_from_a_name(aliases: Aliases, text: str, place: bool) -> None:  # noqa: FBT001
    assert is_place(aliases, text) is place

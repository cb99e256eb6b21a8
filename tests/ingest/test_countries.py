# ruff: noqa: RUF001 - letters that look like others are what is read here
from __future__ import annotations

import pytest

from ingest.aliases import Aliases, load_aliases
from ingest.countries import read_countries


@pytest.fixture(scope="module")
def aliases() -> Aliases:
    return load_aliases()


def codes(aliases: Aliases, text: str) -> tuple[str, ...]:
    return read_countries(aliases, text).codes


@pytest.mark.parametrize(
    "text",
    [
        "中国，浙江省，杭州市",
        "北京",
        "杭州",
        "china",
        "Zhejiang",
        "henan",
        "HangZhou, China",
        "Chengdu, China",
        "China, Jiangxi Province, Nanchang",
        "Hangzhou City, China",
        "Hangzhou, Zhejiang, China",
        "Shanghai",
        "beijing",
        "HangZhou",
        "Shenzhen",
        "Beijing, China",
        "广东省深圳市南山区",
        "中國",
        "上海市浦东新区",
        "P.R. China",
        "🇨🇳",
        "Xi’an",
    ],
)
def test_a_place_in_china_is_china_in_both_scripts(aliases: Aliases, text: str) -> None:
    assert codes(aliases, text) == ("CN",)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("American", "US"),
        ("Melo Park", "US"),
        ("Seattle", "US"),
        ("Pittsburgh", "US"),
        ("Abu Dhabi", "AE"),
        ("Singapore", "SG"),
        ("台北", "TW"),
        ("Taipei, Taiwan", "TW"),
        ("香港", "HK"),
        ("Hong Kong, China", "HK"),
        ("Macau", "MO"),
        ("東京", "JP"),
        ("서울", "KR"),
        ("Москва", "RU"),
        ("København", "DK"),
        ("ZÜRICH", "CH"),
        ("San Francisco Bay Area", "US"),
        ("somewhere in Germany", "DE"),
        ("Oslo, NO", "NO"),
    ],
)
def test_a_place_elsewhere_is_its_country_or_territory(aliases: Aliases, text: str, code: str) -> None:
    assert codes(aliases, text) == (code,)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hangzhou / Shanghai / Yokohama", ("CN", "JP")),
        ("Champaign; Hangzhou", ("US", "CN")),
        ("New York, London", ("US", "GB")),
        ("Beijing ⇄ San Francisco", ("CN", "US")),
        ("Tokyo, Japan & Bangkok, Thailand", ("JP", "TH")),
    ],
)
def test_several_places_are_several_countries_in_their_order(
    aliases: Aliases, text: str, found: tuple[str, ...]
) -> None:
    assert codes(aliases, text) == found


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("CA", ("CA", "US")),
        ("Georgia", ("GE", "US")),
        ("IN", ("IN", "US")),
        ("WA", ("AU", "GH", "US")),
        ("Punjab", ("IN", "PK")),
        ("Cambridge", ("CA", "GB", "NZ", "US")),
    ],
)
def test_an_ambiguous_place_is_unknown_with_its_candidates(
    aliases: Aliases, text: str, candidates: tuple[str, ...]
) -> None:
    reading = read_countries(aliases, text)
    assert (reading.codes, reading.candidates, reading.confidence) == ((), candidates, 0.0)
    assert reading.reason.startswith("ambiguous: ")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("San Francisco, CA", "US"),
        ("Toronto, CA", "CA"),
        ("Cambridge, MA", "US"),
        ("Cambridge, UK", "GB"),
        ("Atlanta, Georgia", "US"),
        ("Tbilisi, Georgia", "GE"),
        ("Victoria, BC", "CA"),
        ("Victoria, Australia", "AU"),
        ("London, Ontario", "CA"),
        ("Paris, Texas", "US"),
        ("Milan, Michigan", "US"),
        ("San Jose, Costa Rica", "CR"),
        ("Hyderabad, Pakistan", "PK"),
        ("Seattle, WA", "US"),
        ("Redmond WA", "US"),
        ("Perth, WA", "AU"),
        ("Vancouver, WA", "US"),
    ],
)
def test_the_parts_of_a_place_settle_what_is_ambiguous_alone(aliases: Aliases, text: str, code: str) -> None:
    assert codes(aliases, text) == (code,)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "nothing written"),
        ("☁️", "no letters"),
        ("Internet", "'internet' is no place"),
        ("Your computer", "'your computer' is no place"),
        ("Solar system", "'solar system' is no place"),
        ("127.0.0.1", "no place known as '127 0 0 1'"),
        ("Somewhere over the rainbow", "no place known as 'somewhere over the rainbow'"),
        ("North America", "'north america' is no place"),
        ("Indian Ocean", "no place known as 'indian ocean'"),
    ],
)
def test_where_there_is_no_place_the_reason_says_why(aliases: Aliases, text: str, reason: str) -> None:
    reading = read_countries(aliases, text)
    assert (reading.codes, reading.candidates, reading.confidence) == ((), (), 0.0)
    assert reading.reason == reason


def test_one_place_that_is_ambiguous_does_not_hide_another_that_is_clear(aliases: Aliases) -> None:
    reading = read_countries(aliases, "Berlin / Georgia")
    assert reading.codes == ("DE",)
    assert reading.candidates == ("GE", "US")


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("China", 1.0),
        ("Hangzhou, China", 1.0),
        ("🇨🇳", 1.0),
        ("Zhejiang", 0.9),
        ("NYC", 0.9),
        ("Hangzhou", 0.8),
        ("Chinese", 0.9),
        ("San Francisco, CA", 0.9),
        ("my home in Germany", 0.7),
    ],
)
def test_the_confidence_follows_the_rule(aliases: Aliases, text: str, confidence: float) -> None:
    assert read_countries(aliases, text).confidence == confidence


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Pune, MH", "IN"),
        ("Chennai, TN", "IN"),
        ("Nashville, TN", "US"),
        ("São Paulo - SP", "BR"),
        ("Waterloo, Ontario", "CA"),
        ("Ontario, California", "US"),
        ("Birmingham, UK", "GB"),
        ("Birmingham, Alabama", "US"),
    ],
)
def test_a_city_settles_the_code_or_the_region_beside_it(aliases: Aliases, text: str, code: str) -> None:
    assert codes(aliases, text) == (code,)


@pytest.mark.parametrize("text", ["PST", "EST", "UTC+8", "CET"])
def test_a_time_zone_is_no_country(aliases: Aliases, text: str) -> None:
    assert codes(aliases, text) == ()

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BadRowError
from ingest.sources.affiliations.stints import listed, stint, worded

DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1)).map(date.isoformat)


def dates(text: str) -> tuple[str, str, str]:
    found = worded(text, "f", 1)
    return found.employer, found.since, found.until


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\tAcme", ("Acme", "", "")),
        ("\tAcme until 2018-01-01", ("Acme", "", "2018-01-01")),
        ("\tAcme from 2018-01-01", ("Acme", "2018-01-01", "")),
        ("\tAcme & Sons from 2018-01-01 until 2020-06-01\n", ("Acme & Sons", "2018-01-01", "2020-06-01")),
        ("\tLearn from Home from 2018-01-01", ("Learn from Home", "2018-01-01", "")),
        ("\tAcme from 1900-01-01 until 2100-01-01", ("Acme", "", "")),
    ],
)
def test_words_give_employer_beginning_and_end(text: str, told: tuple[str, str, str]) -> None:
    assert dates(text) == told


def test_a_list_gives_stints_that_follow_each_other() -> None:
    found = listed("Acme < 2018-01-01, Bolt < 2020-06-01, Cog", "f", 1)
    assert [(one.employer, one.since, one.until) for one in found] == [
        ("Acme", "", "2018-01-01"),
        ("Bolt", "2018-01-01", "2020-06-01"),
        ("Cog", "2020-06-01", ""),
    ]
    assert listed("", "f", 1) == []


def test_an_address_in_an_employers_name_is_taken_out() -> None:
    found = stint(f"Acme {'@'.join(('ann', 'x.example'))}", "", "", "f", 1)
    assert (found.employer, found.raw) == ("Acme", "Acme")


@given(DAYS, DAYS)
def test_two_days_are_a_stint_where_the_second_is_later_and_refused_else(since: str, until: str) -> None:
    if since < until:
        assert dates(f"Acme from {since} until {until}") == ("Acme", since, until)
    else:
        with pytest.raises(BadRowError, match="expected a day after"):
            worded(f"Acme from {since} until {until}", "f", 1)


@given(st.text(max_size=80))
def test_any_text_is_a_stint_or_refused(text: str) -> None:
    try:
        assert worded(text, "f", 1).employer
    except BadRowError as refusal:
        assert "expected" in str(refusal)  # noqa: PT017 - either is right

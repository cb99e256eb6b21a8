"""What holds for any text at all."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.identity import Identities, country_name

KNOWN = Identities.load()
# Builds the index of places and the table of legal forms, so that no example pays for it.
KNOWN.countries("somewhere; Paris")
for words in ("Somewhere Widgets Incorporated", "f"):
    KNOWN.organizations(words)
TEXTS = st.text(max_size=80)
# Words that the rules know, glued in any way: far likelier to find a fault than letters by chance.
WORDS = st.sampled_from(
    [
        "Alibaba",
        "@alibaba",
        "UIUC",
        "Inc.",
        "(",
        ")",
        "ex-",
        "at",
        "@",
        ";",
        ",",
        "&",
        " / ",
        "University",
        "of",
        "Georgia",
        "CA",
        "China",
        "杭州",
        "中国",
        "-",
        "New York",
        "London",
        "bot",
        "[bot]",
        "\u200b",
        "\u202e",
        "www.",
    ]
)
GLUED = st.lists(st.one_of(WORDS, st.sampled_from([" ", ""])), max_size=12).map("".join)
ANY = st.one_of(TEXTS, GLUED)
KINDS = {"company", "university", "foundation", "community", "unknown"}
HOSTILE = [
    "a" * 10_000,
    "a " * 5_000,
    "@" * 10_000,
    "(" * 10_000,
    ", " * 5_000,
    "former " * 2_000,
    "& " * 5_000,
    "\u202eabc\u202c" * 2_000,
    "\x00\x1b[31m" * 2_000,
    "北京" * 5_000,
    "https://" * 1_500,
    "Inc. " * 2_000,
    "\ud800" * 10,
    "\ufdfa" * 5_000,
    "\U0001f1e8\U0001f1f3" * 5_000,
]


@given(ANY)
def test_no_text_makes_a_rule_fail_and_answers_are_within_bounds(text: str) -> None:
    organizations, countries = KNOWN.organizations(text), KNOWN.countries(text)
    assert all(match.kind in KINDS and 0 < match.confidence <= 1 and match.name for match in organizations.matches)
    assert bool(organizations.matches) != bool(organizations.reason)
    assert bool(countries.codes) == (countries.confidence > 0)
    assert countries.reason
    assert all(country_name(code) != code for code in (*countries.codes, *countries.candidates))
    KNOWN.bot(text, text)
    KNOWN.owner(text)
    KNOWN.handles(text)
    KNOWN.country_of(text)


@given(ANY)
def test_no_country_and_no_organization_is_named_twice(text: str) -> None:
    countries = KNOWN.countries(text)
    everywhere = (*countries.codes, *countries.candidates)
    assert len(everywhere) == len(set(everywhere))
    names = [match.name.casefold() for match in KNOWN.organizations(text).matches]
    assert len(names) == len(set(names))


@given(ANY)
def test_a_login_made_canonical_stays_as_it_is(text: str) -> None:
    once = KNOWN.login(text)
    assert KNOWN.login(once) == once


@given(st.sampled_from(sorted(one.name for one in KNOWN.aliases.organizations.values())))
@settings(max_examples=300)
def test_a_canonical_name_is_read_as_itself(name: str) -> None:
    assert [match.name for match in KNOWN.organizations(name).matches] == [name]


@given(GLUED)
def test_case_and_width_change_no_country(text: str) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)
    assert KNOWN.countries(text.upper()) == KNOWN.countries(text) == KNOWN.countries(text.lower())
    assert KNOWN.countries(wide) == KNOWN.countries(text)


@given(GLUED)
def test_case_and_width_change_no_known_organization(text: str) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)
    plain = [match.name.casefold() for match in KNOWN.organizations(text).matches]
    for other in (text.upper(), text.lower(), wide):
        assert [match.name.casefold() for match in KNOWN.organizations(other).matches] == plain


@given(
    st.sampled_from(["Alibaba", "Hangzhou, China", "北京", "UIUC; ZJU"]),
    st.integers(0, 6),
    st.sampled_from("\u200b\u202e\ufeff\u00ad"),
)
def test_hidden_letters_change_nothing(text: str, place: int, hidden: str) -> None:
    with_hidden = text[:place] + hidden + text[place:]
    assert KNOWN.organizations(with_hidden) == KNOWN.organizations(text)
    assert KNOWN.countries(with_hidden) == KNOWN.countries(text)


@given(TEXTS)
@settings(suppress_health_check=[HealthCheck.filter_too_much])
def test_composed_and_decomposed_letters_mean_the_same(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert KNOWN.countries(composed).codes == KNOWN.countries(decomposed).codes


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_is_harmless_and_quick(text: str) -> None:
    started = time.process_time()
    KNOWN.organizations(text)
    KNOWN.countries(text)
    KNOWN.login(text)
    KNOWN.bot(text)
    assert time.process_time() - started < 0.5


def test_a_mail_address_never_comes_out() -> None:
    address = "@".join(("jane.doe", "company.example"))
    for text in (address, f"Acme, {address}", f"{address} at Google", f"<{address}>"):
        answer = repr(KNOWN.organizations(text)) + repr(KNOWN.countries(text))
        assert "jane" not in answer

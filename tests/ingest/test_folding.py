# ruff: noqa: RUF001 - letters that look like others are what is read here
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.folding import LONGEST, clean, fold, is_chinese, squash, without_addresses


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  HangZhou,  China ", "hangzhou china"),
        ("ＤｅｅｐＳｅｅｋ", "deepseek"),
        ("Zürich", "zurich"),
        ("Zu\u0308rich", "zurich"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("Xi’an", "xian"),
        ("U.S.A.", "usa"),
        ("P.R. China", "pr china"),
        ("Dify.AI", "dify ai"),
        ("中国，浙江省", "中国 浙江省"),
        ("☁️", ""),
        ("snake_case", "snake case"),
        ("a\u200bb\u202ec", "abc"),
        ("line\nbreak\x00nul", "line break nul"),
    ],
)
def test_text_is_folded_to_words_that_compare(text: str, words: str) -> None:
    assert fold(text) == words


def test_squashed_names_meet_whatever_their_spaces_and_hyphens() -> None:
    assert squash("InfinigenceAI") == squash("Infinigence AI") == squash("infinigence-ai")


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    assert len(clean("ab " * 10_000)) <= LONGEST


@given(st.text())
def test_cleaning_and_folding_twice_change_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_case_does_not_count_in_latin_letters(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower().upper())


def test_mail_addresses_are_taken_out_and_accounts_stay() -> None:
    address = "@".join(("me", "company.example"))
    assert without_addresses(f"x {address} @acme").split() == ["x", "@acme"]


@pytest.mark.parametrize(
    ("text", "chinese"),
    [("清华大学", True), ("智谱AI", True), ("THU", False), ("ソニー株式会社", False), ("삼성", False)],
)
def test_chinese_is_what_has_chinese_signs_and_no_others(text: str, chinese: object) -> None:
    assert is_chinese(text) is chinese

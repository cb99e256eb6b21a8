# ruff: noqa: RUF001 - letters that look like others are what is tested here
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sources.tables.cells import clean, heading


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        (
            '[<u><font style="color:#1155cc;">pytorch/pytorch</font></u>](https://github.com/pytorch/pytorch)',
            "pytorch/pytorch",
        ),
        ("[a/b](https://github.com/a/b)", "a/b"),
        ("<b>Ant</b> &amp; Co", "Ant & Co"),
        ("one<br/>two", "one two"),
        ("`deepseek-ai/EPLB`", "deepseek-ai/EPLB"),
        ("<https://github.com/a/b>", "https://github.com/a/b"),
        ("__init__ *star*", "__init__ *star*"),
        ("x < y", "x < y"),
        ("[unknown]", "[unknown]"),
    ],
)
def test_markup_is_read_as_a_reader_sees_it(cell: str, seen: str) -> None:
    assert clean(cell) == seen


@pytest.mark.parametrize("hidden", ["\u200b", "\ufeff", "\u00ad", "\u2060", "\u202e", "\u200f"])
def test_letters_that_nobody_sees_are_taken_out(hidden: str) -> None:
    assert clean(f"{hidden}Lyric{hidden}Zhao{hidden}") == "LyricZhao"


def test_full_width_words_and_emoji_stay_as_written() -> None:
    assert clean(" 中国，浙江省，杭州市 ") == "中国，浙江省，杭州市"
    assert clean("☁️") == "☁️"
    assert clean("👩‍💻") == "👩‍💻"


@pytest.mark.parametrize(
    "cell",
    ["a.b+c@mail.example.com", "mailto:x@example.org", "<x@example.org>", "[x@example.org](mailto:x@example.org)"],
)
def test_e_mail_addresses_are_taken_out(cell: str) -> None:
    assert "@" not in clean(f"before {cell} after")


def test_handles_are_no_addresses() -> None:
    assert clean("@thu-ml, Tsinghua University") == "@thu-ml, Tsinghua University"
    assert clean("Alibaba Cloud @aliyun ACK team @kubernetes") == "Alibaba Cloud @aliyun ACK team @kubernetes"


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Merged PRs", "merged_prs"),
        (" repo-name ", "repo_name"),
        ("创建日期", "创建日期"),
        ("\ufeffLogin", "login"),
        ("ＰＲ（数）", "pr_数"),
        ("", ""),
    ],
)
def test_headings_are_compared_in_one_form(cell: str, name: str) -> None:
    assert heading(cell) == name


@given(st.text(max_size=60))
def test_cleaning_never_fails_and_leaves_single_spaces(cell: str) -> None:
    seen = clean(cell)
    assert seen == " ".join(seen.split())


@given(st.from_regex(r"[a-z0-9][a-z0-9._+-]{0,12}@[a-z0-9][a-z0-9-]{0,12}(\.[a-z]{2,4}){1,2}", fullmatch=True))
def test_no_address_survives(address: str) -> None:
    assert clean(f"by {address}") == "by"

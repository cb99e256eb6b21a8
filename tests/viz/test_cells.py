# ruff: noqa: RUF001 - Chinese signs look like others
from __future__ import annotations

import math

import pytest

from viz.cells import cell, shown, tip
from viz.language import speaking


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "unknown"), ("", "unknown"), ([], "unknown"), (math.nan, "unknown"), (0, "0"), (True, "yes"),
        (False, "no"), (9999, "9999"), (12345, "12\u202f345"), (2.5, "2.50"), (0.0976, "0.0976"),
        (0.95, "0.95"), (0.00001, "0"), (3.0, "3"),
        (["a", "b"], "a, b"), ({"merged": 3}, "merged 3"), (-1234567.0, "-1\u202f234\u202f567"),
    ],
)  # fmt: skip
def test_a_value_is_shown_as_people_read_it(value: object, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    ("column", "value", "english", "chinese"),
    [
        ("organizations", "unknown 15377", "unknown 15\u202f377", "未知 15,377"),
        ("organizations", "China Mobile 2", "China Mobile 2", "China Mobile 2"),
        ("countries", "United States 3", "United States 3", "美国 3"),
        ("country", "unknown", "unknown", "未知"),
        ("kind", "company", "company", "公司"),
        ("covered by", "git: 2025-02 to 2025-08", "git: 2025-02 to 2025-08", "git：2025-02 至 2025-08"),
        ("event", "went viral", "went viral", "爆红"),
        ("title", "unknown country", "unknown country", "未知国家"),
        ("login", "events", "events", "events"),
        ("title", "events", "events", "events"),
        ("name", "Serving and Training: vLLM", "Serving and Training: vLLM", "Serving与Training：vLLM"),
    ],
)  # fmt: skip
def test_our_own_words_are_in_the_language_of_the_page_and_names_are_not(
    column: str, value: str, english: str, chinese: str
) -> None:
    assert cell(value, column) == english
    with speaking("zh"):
        assert cell(value, column) == chinese


def test_a_map_names_its_values_too() -> None:
    with speaking("zh"):
        assert shown({"kind": "company", "organization": "DeepSeek"}) == "类型 公司、组织 DeepSeek"


def test_what_a_pointer_reads_keeps_numbers_and_says_words() -> None:
    row = {"countries": ["China 5", "unknown 2"], "developers": 7, "archived": None, "note": ""}
    with speaking("zh"):
        assert tip(row, row) == {**row, "countries": ["中国 5", "未知 2"]}

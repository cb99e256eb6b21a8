from __future__ import annotations

from viz.language import named, speaking, termed, translated


def test_a_text_is_looked_up_by_its_english() -> None:
    assert translated("Coverage") == "Coverage"
    with speaking("zh"):
        assert translated("Coverage") == "数据覆盖范围"


def test_what_nobody_translated_stays_as_it_is() -> None:
    with speaking("zh"):
        assert translated("no such text") == "no such text"
        assert translated("") == ""


def test_names_are_spoken() -> None:
    assert named("merged_prs") == "merged PRs"
    assert named("openrank_12m_sum") == "OpenRank 12m sum"
    with speaking("zh"):
        assert named("merged_prs") == named("merged prs") == "合并的 PR"
        assert named("what_nobody_named") == "what nobody named"


def test_a_value_of_a_fixed_set_stays_what_it_is_in_english() -> None:
    assert termed("merged_prs") == "merged_prs"
    with speaking("zh"):
        assert termed("merged_prs") == "合并的 PR"
        assert termed("constructor") == "constructor"

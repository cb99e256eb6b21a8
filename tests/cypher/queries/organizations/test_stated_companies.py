from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column

WEEK = [f"deepseek-ai/{name}" for name in ("FlashMLA", "DeepEP", "DeepGEMM", "DualPipe", "EPLB", "3FS")]


def test_38_of_84_developers_of_the_week_state_a_company(atlas: Database) -> None:
    rows = asked(atlas, "stated-companies", repositories=WEEK, activity="merged_prs")
    assert (len(rows), {*column(rows, "all_developers")}) == (38, {84})
    assert len({*column(rows, "developer")}) == 38


def test_words_stand_beside_what_was_read_or_corrected(atlas: Database) -> None:
    rows = asked(atlas, "stated-companies", repositories=WEEK, activity="merged_prs")
    told = {row["developer"]: row for row in rows}
    names = ("stated", "organizations", "kinds", "reason")
    assert column([told["wangfakang"]], *names) == [(["Alibaba"], ["Ant Group"], ["company"], None)]
    assert column([told["fzyzcjy"]], *names) == [
        (["(seriously this is the name)"], [], [], "a remark in parentheses")
    ]  # fmt: skip
    assert told["A-transformer"]["kinds"] == ["university"]


def test_who_states_nothing_is_left_out_but_counted(atlas: Database) -> None:
    rows = asked(atlas, "stated-companies", repositories=["deepseek-ai/DeepEP"])
    assert "zheanxu" not in column(rows, "developer")
    assert {*column(rows, "all_developers")} == {21}
    assert all(column(rows, "contributions"))

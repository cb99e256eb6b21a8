from dataclasses import replace

from tests.viz.export import subjects
from viz.export.subject import said


def test_a_subject_knows_its_amount_date_and_sources() -> None:
    subject = subjects.overlap()
    assert subject.amount == "6 nodes, 6 edges"
    assert subject.as_of == "2025-08-10"
    assert subject.coverage.sources == ("deepseek-week",)
    assert not subject.cut


def test_a_chart_counts_rows_and_an_undated_one_has_no_date() -> None:
    assert subjects.chart().amount == "1 row"
    assert subjects.chart(rows=12_000).amount == "12\u202f000 rows"
    assert subjects.chart().as_of == ""


def test_what_was_asked_leaves_out_what_says_nothing() -> None:
    assert subjects.overlap().asked == (("repositories", "deepseek-ai/DeepEP, deepseek-ai/DeepGEMM"), ("bots", "no"))
    assert not said([])
    assert said(0)


def test_what_tells_questions_apart_has_no_caps_and_nothing_switched_off() -> None:
    subject = replace(subjects.overlap(), parameters={"domain": "agents", "bots": False, "limit": 50, "bridges": 0})
    assert subject.asked_most == (("domain", "agents"),)

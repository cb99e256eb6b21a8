import json

import pytest

from tests.viz.export import subjects
from viz.export.report import LONGEST_WORD, ROWS, contents, report, said, tables


def test_a_report_says_all_that_stands_behind_a_picture() -> None:
    told = contents(subjects.overlap())
    assert told["title"] == "Developers between repositories"
    assert told["answer"] == "2 developers: LyricZhao and fzyzcjy."
    assert told["asked"] == [["repositories", "deepseek-ai/DeepEP, deepseek-ai/DeepGEMM"], ["bots", "no"]]
    assert told["cypher"] == "MATCH (d:Developer)\n  RETURN d"
    assert (told["months"], told["as_of"]) == ("2025-02 to 2025-08", "2025-08-10")
    assert told["gaps"] == ["merged pull requests only"]
    assert str(told["picture"]).lstrip().startswith("<svg")


def test_the_first_rows_are_the_most_important_nodes_and_the_heaviest_edges() -> None:
    nodes, edges = tables(subjects.overlap())
    assert nodes["title"] == "Nodes"
    assert [row[3] for row in edges["rows"]] == ["12", "9", "8", "4", "4", "1"]  # type: ignore[attr-defined]
    assert edges["rest"] == "All 6 rows; 4 more columns in the CSV."


def test_a_long_table_says_what_it_leaves_out() -> None:
    (found,) = tables(subjects.chart(rows=40))
    assert len(found["rows"]) == ROWS  # type: ignore[arg-type]
    assert found["rest"] == "The first 15 of 40 rows."


def test_without_nodes_there_is_no_table_and_no_picture() -> None:
    told = contents(subjects.empty())
    assert told["tables"] == []
    assert told["empty"]


def test_a_word_without_end_can_be_broken() -> None:
    line = said("x" * 10_000)
    assert max(map(len, line.split("\u200b"))) <= LONGEST_WORD
    assert len(line) < 650


@pytest.mark.parametrize(
    "made", [subjects.overlap, subjects.hostile, subjects.controlled, subjects.empty, subjects.chart]
)
def test_every_subject_becomes_a_pdf_and_the_same_one_twice(made: object) -> None:
    assert callable(made)
    file = report(made())
    assert file.startswith(b"%PDF-")
    assert file == report(made())
    assert b"/JavaScript" not in file
    assert b"/EmbeddedFile" not in file


def test_names_of_strangers_reach_the_report_as_text() -> None:
    told = json.dumps(contents(subjects.hostile()), ensure_ascii=False)
    assert "\u202e" not in told
    assert "#" not in str(contents(subjects.hostile())["title"])

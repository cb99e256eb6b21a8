import io
import json

import pytest
from pypdf import PdfReader

from tests.viz import worlds
from tests.viz.export import subjects
from viz.export.report import (
    HIGHEST,
    LONGEST_WORD,
    LOWEST,
    ROWS,
    WIDTH,
    code,
    contents,
    height,
    report,
    said,
    tables,
)
from viz.language import speaking


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


def test_a_flat_drawing_has_a_flat_picture_within_bounds() -> None:
    flat, round_ = subjects.overlap(), subjects.subject(worlds.communities())
    assert WIDTH * LOWEST - 1 <= height(flat) <= height(round_) <= WIDTH * HIGHEST + 1
    assert height(subjects.empty()) == round(WIDTH * LOWEST)
    assert height(subjects.chart()) == round(WIDTH * 0.56)


def test_code_keeps_its_spaces_and_can_be_broken() -> None:
    assert code("MATCH (n)\n  RETURN n\x00") == "MATCH (n)\n  RETURN n"
    assert max(map(len, code("x" * 300).splitlines())) <= 100
    assert code("    " + ".prop, " * 20).splitlines()[1].startswith("    .prop")


def test_a_pdf_can_be_read_by_programs() -> None:
    words = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(report(subjects.overlap()))).pages)
    for part in (
        "Developers between repositories",
        "LyricZhao",
        "deepseek-week",
        "RETURN d",
        "@misc",
        "ossatlas (2025)",
    ):
        assert part in words


def test_names_in_other_scripts_and_markup_are_text_in_the_pdf() -> None:
    words = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(report(subjects.hostile()))).pages)
    for part in ("<script>alert(1)</script>", "中文", "=HYPERLINK(1)", "{{ 7 * 7 }}"):
        assert part in words


def test_a_report_is_written_in_the_language_of_its_page() -> None:
    with speaking("zh"):
        told = contents(subjects.overlap())
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(report(subjects.overlap()))).pages)
    assert told["words"]["cite"] == "引用格式"  # type: ignore[index]
    assert "Known gaps" not in text
    assert "What this rests on" not in text
    assert "LyricZhao" in text

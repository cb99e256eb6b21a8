from api.answer import Answer
from api.formats.markdown import as_markdown, rows_markdown
from graph.model import Column, Coverage, Table

COLUMNS = (Column("name", "str", ""), Column("n", "int", ""))


def test_a_table_with_its_coverage_below() -> None:
    table = Table(COLUMNS, [["a", 1], [None, 2]], Coverage(("git",), (), "2025-01", "2025-02"))
    assert as_markdown(Answer("q", "A question", table)).decode() == (
        "## A question\n\n| name | n |\n|---|---:|\n| a | 1 |\n| unknown | 2 |\n\n"
        "_2 rows; from git; months 2025-01 to 2025-02_\n"
    )


def test_signs_of_markdown_and_html_do_no_harm() -> None:
    line = rows_markdown(COLUMNS, [["a|b <script> [x](y)\nnext", 1]])[2]
    assert line == r"| a\|b \<script\> \[x\](y) next | 1 |"

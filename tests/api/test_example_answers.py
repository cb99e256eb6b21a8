"""The beginnings of the examples' answers, which the reference shows."""

from __future__ import annotations

import json
from collections.abc import Callable

from api.docs import queries_page
from api.example_answers import as_lines, beginning, in_words, kept
from cypher.catalogue import catalogue
from cypher.run import run
from graph.database import Database


def test_the_beginning_of_each_example_is_kept(atlas: Database, golden: Callable[[str, str], None]) -> None:
    told = {query.name: beginning(run(atlas, query, query.examples[0])) for query in catalogue()}
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(told[name], ensure_ascii=False)}" for name in sorted(told))
    golden("api/example_answers.json", f"{{\n{lines}\n}}\n")


def test_the_reference_shows_an_answer_of_each_query() -> None:
    assert kept().keys() == {query.name for query in catalogue()}
    page = queries_page(list(catalogue()))
    shown = page.count(" of the first example's answer:") + page.count("\nThe first example ")
    assert shown == len(list(catalogue()))


def test_a_cell_is_short_and_repeatable() -> None:
    assert [in_words(value) for value in (None, True, 7, 0.123456, "a\nb")] == ["", "true", "7", "0.1235", "a b"]
    assert in_words(["a", "b", "c", "d"]) == "a, b, c, …"
    assert in_words("measure:leiden:0123456789abcdef") == "measure:leiden:…"
    assert in_words("2026-11-22T05:14:02+00:00") == "…"
    assert in_words({"k": 1.5}) == "k 1.5"
    assert len(in_words("x" * 99)) == 60


def test_names_from_data_cannot_break_the_table() -> None:
    lines = as_lines({"columns": ["a_b"], "rows": [["<b>|x"]], "all": 1})
    assert lines == ["The rows of the first example's answer:", "", r"| a\_b |", "|---|", r"| \<b\>\|x |", ""]
    assert as_lines(None) == []
    assert "no rows" in as_lines({"columns": ["a"], "rows": [], "all": 0})[0]

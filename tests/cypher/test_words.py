"""Words of a statement, its parameters and its columns."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.words import Word, columns, parameters, words_of


def texts(statement: str) -> list[str]:
    return [word.text for word in words_of(statement)]


def returned(statement: str) -> list[str | None] | None:
    found = columns(words_of(statement))
    return found[0] if found else None


def test_spaces_and_comments_are_no_words() -> None:
    assert texts("MATCH // (a:B)\n /* $c */ (n) ") == ["MATCH", "(", "n", ")"]


def test_texts_stay_whole_with_their_escapes() -> None:
    assert texts(r"'it\'s // $no' + " + '"(:No)"') == [r"'it\'s // $no'", "+", '"(:No)"']


def test_backticks_fall_away_and_make_a_name_of_a_keyword() -> None:
    assert words_of("`RETURN` $`a`") == (Word("name", "RETURN", 0, ""), Word("param", "$a", 9, ""))


def test_numbers_and_ranges_are_apart() -> None:
    assert texts("*1..3 2.5e3") == ["*", "1", ".", ".", "3", "2.5e3"]


def test_a_word_knows_its_place() -> None:
    statement = "MATCH (n)\nRETURN n.name"
    assert all(statement[word.at :].startswith(word.text) for word in words_of(statement))


def test_parameters_are_found_outside_texts_and_comments() -> None:
    assert parameters(words_of("RETURN $a, '$b', $c // $d\n + $a")) == {"a": 7, "c": 17}


COLUMNS = [
    ("RETURN a, b.c AS d", ["a", "d"]),
    ("RETURN DISTINCT a AS b, c", ["b", "c"]),
    ("RETURN a AS b ORDER BY b SKIP 1 LIMIT $x", ["b"]),
    ("RETURN count(*)", [None]),
    ("RETURN a.b, c", [None, "c"]),
    ("RETURN [x IN y | x AS z] AS w, {a: 1, b: 2} AS m", ["w", "m"]),
    ("RETURN `a b` AS `c d`", ["c d"]),
    ("CALL { RETURN 1 AS one } RETURN one AS two", ["two"]),
    ("RETURN 1 AS a UNION RETURN 2 AS a", ["a"]),
    ("RETURN CASE WHEN a THEN b ELSE c END AS d", ["d"]),
    ("MATCH (n) RETURN *", None),
    ("CALL { RETURN 1 AS one }", None),
    ("", None),
]


@pytest.mark.parametrize(("statement", "names"), COLUMNS)
def test_columns_are_those_of_the_last_return(statement: str, names: list[str | None] | None) -> None:
    assert returned(statement) == names


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_falls_into_words_in_order(statement: str) -> None:
    places = [word.at for word in words_of(statement)]
    assert places == sorted(set(places))
    columns(words_of(statement))


LONG = {
    "spaces": "RETURN 1" + " " * 99_000,
    "spaces in a comment": "RETURN 1 // " + " " * 99_000,
    "comments": "/* x */" * 14_000,
    "lines of comments": "//\n" * 33_000,
    "comments without an end": "/*" * 49_000,
    "texts without an end": "'\\'" * 33_000,
    "backslashes": '"' + "\\" * 99_000,
    "dots": "a." * 49_000,
    "brackets": "(" * 99_000,
}


def test_the_longest_statements_are_read_in_steps_as_many_as_their_signs() -> None:
    for what, statement in LONG.items():
        began = time.process_time()
        words_of(statement)
        assert time.process_time() - began < 5, what  # one that looks back takes minutes

"""The review list as a file: read with the line of what is wrong, written whole, with every word of the reviewer."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.review import ACCEPT, COLUMNS, OPEN, Review, Row, read_review, write_review
from graph.errors import BadInputError, BadRowError, StorageError

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


def review_of(path: Path, text: str) -> Review:
    path.write_text(text, encoding="utf-8")
    return read_review(path)


def test_no_file_is_an_empty_list(tmp_path: Path) -> None:
    review = read_review(tmp_path / "none.csv")
    assert (review.columns, review.rows, review.content) == (COLUMNS, (), None)


def test_an_empty_file_is_an_empty_list(tmp_path: Path) -> None:
    assert review_of(tmp_path / "a.csv", "\n\n").rows == ()


def test_verdicts_words_and_columns_of_ones_own_are_read(tmp_path: Path) -> None:
    text = '\ufeffrepository,verdict,why,mine\na/b,Accept,"core, and\nalive",7\n\nc/d,,,\n'
    review = review_of(tmp_path / "a.csv", text)
    assert [(row.repository, row.verdict) for row in review.rows] == [("a/b", "accept"), ("c/d", "open")]
    assert (review.rows[0].cells["why"], review.rows[0].cells["mine"]) == ("core, and\nalive", "7")
    assert review.columns[:4] == ("repository", "verdict", "why", "mine")
    assert set(review.columns) == {*COLUMNS, "mine"}
    assert [row.repository for row in review.of(ACCEPT)] == ["a/b"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("repository,why\na/b,x\n", ":1: columns: found repository, why, expected the columns repository, verdict"),
        ("repository,verdict,verdict\n", ":1: columns: found repository, verdict, verdict"),
        ("repository,verdict\na/b,maybe\n", ":2: verdict: found 'maybe', expected accept, reject or open"),
        ("repository,verdict\n\nnobody,open\n", ":3: repository: found 'nobody', expected owner/name"),
        ("repository,verdict\na/b,open,more\n", ":2: row: found 3 cells, expected 2, as in the first line"),
        ("repository,verdict\na/b,open\nA/B,reject\n", ":3: repository: found 'A/B', expected each repository once"),
        ('repository,verdict\n"a/b,open\n', "expected a row of CSV"),
    ],
)
def test_what_cannot_be_taken_is_said_with_file_line_and_field(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadRowError) as caught:
        review_of(tmp_path / "a.csv", text)
    assert said in str(caught.value)
    assert str(tmp_path / "a.csv") in str(caught.value)


def test_bytes_that_are_no_text_are_told_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"repository,verdict\na/b,open\nc/\xff,open\n")
    with pytest.raises(BadRowError, match=":3: text: found bytes that are not UTF-8"):
        read_review(path)


def test_a_folder_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be read"):
        read_review(tmp_path)


@given(why=WORDS, mine=WORDS)
def test_words_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, why: str, mine: str) -> None:
    path = tmp_path_factory.mktemp("review") / "a.csv"
    row = Row({"repository": "a/b", "verdict": OPEN, "why": why, "mine": mine})
    write_review(Review(path, (*COLUMNS, "mine")), [row])
    (back,) = read_review(path).rows
    assert (back.cells["why"], back.cells["mine"]) == (why, mine)


def test_a_list_that_was_edited_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    review = review_of(path, "repository,verdict\na/b,open\n")
    path.write_text("repository,verdict\na/b,reject\n", encoding="utf-8")
    with pytest.raises(BadInputError, match="was changed while"):
        write_review(review, review.rows)
    assert path.read_text(encoding="utf-8") == "repository,verdict\na/b,reject\n"


def test_a_write_leaves_no_other_file_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_review(Review(path), [])
    assert path.read_text(encoding="utf-8") == ",".join(COLUMNS) + "\n"
    assert list(tmp_path.iterdir()) == [path]

import pytest

from api.answer import Answer
from api.web.portion import Portion, apart
from graph.errors import BadInputError, OutdatedError
from graph.model import Column, Network, Table

COLUMNS = tuple(Column(name, "int", "") for name in ("developer", "total", "share"))
ANSWER = Answer("q", "Q", Table(COLUMNS, [[n, 10 * n, 100 * n] for n in range(5)]))


def test_a_portion_is_told_apart_from_the_question() -> None:
    given = {"limit": "5", "fields": ["total,share", " total "], "page_size": "2", "cursor": "x"}
    assert apart(given) == (Portion(("total", "share"), 2, "x"), {"limit": "5"})
    assert apart({}) == (Portion(), {})


@pytest.mark.parametrize("size", ["0", "-1", "x", "10001", "1.5", "", "²", ["1", "2"], "9" * 5000])
def test_a_size_that_cannot_be_taken_is_said(size: object) -> None:
    with pytest.raises(BadInputError, match=r"page_size: found .* expected a whole number from 1 to 10000"):
        apart({"page_size": size})


def test_columns_come_in_the_order_asked_for() -> None:
    table = Portion(("share", "developer")).of(ANSWER, 0).table
    assert [column.name for column in table.columns] == ["share", "developer"]
    assert table.rows[1] == [100, 1]


def test_an_unknown_column_is_refused_with_a_near_one() -> None:
    with pytest.raises(BadInputError, match=r"no column 'totals'; did you mean 'total'\?"):
        Portion(("totals",)).of(ANSWER, 0)


def test_pages_follow_each_other_to_the_last_row() -> None:
    portion, at, pages = Portion(size=2), 0, []
    while True:
        pages.append([row[0] for row in portion.of(ANSWER, at).table.rows])
        cursor = portion.next_cursor(ANSWER, at, "question", "version")
        if not cursor:
            break
        at = Portion(cursor=cursor).place("question", "version")
    assert pages == [[0, 1], [2, 3], [4]]


def test_a_cursor_without_a_size_begins_there_and_has_all_that_follow() -> None:
    assert [row[0] for row in Portion(cursor="x").of(ANSWER, 3).table.rows] == [3, 4]


@pytest.mark.parametrize(("question", "version", "error"), [("q", "w", OutdatedError), ("r", "v", BadInputError)])
def test_a_cursor_holds_for_its_question_and_its_data(question: str, version: str, error: type[Exception]) -> None:
    cursor = Portion(size=2).next_cursor(ANSWER, 0, "q", "v")
    with pytest.raises(error, match="cursor"):
        Portion(cursor=cursor).place(question, version)


def test_a_network_has_neither_columns_nor_pages() -> None:
    with pytest.raises(BadInputError, match="a network"):
        Portion(size=2).of(Answer("q", "Q", Network((), ())), 0)

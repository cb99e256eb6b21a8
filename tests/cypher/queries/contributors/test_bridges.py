from __future__ import annotations

import pytest

from graph.database import Database
from graph.errors import BadInputError
from tests.cypher.queries.contributors.conftest import NORTH, SOUTH
from tests.cypher.queries.told import asked, column


@pytest.mark.parametrize(
    "sets",
    [
        {"domains": [NORTH, SOUTH]},
        {"organizations": ["Northern Works", "Southern Works"]},
        {"communities": [7, 8]},
    ],
    ids=lambda sets: next(iter(sets)),
)
def test_those_who_work_on_both_sides_are_bridges_the_weaker_side_first(
    people: Database, sets: dict[str, object]
) -> None:
    rows = asked(people, "bridges", **sets)
    assert column(rows, "developer", "first", "second") == [("ann", 4, 4), ("ben", 10, 1)]
    assert column(rows, "first_repositories", "second_repositories")[0] == (["s/one"], ["s/two"])


def test_the_order_of_the_sets_is_the_order_of_the_columns(people: Database) -> None:
    rows = asked(people, "bridges", communities=[8, 7])
    assert column(rows, "developer", "first", "second")[1] == ("ben", 1, 10)


def test_who_works_in_one_project_of_both_sets_alone_is_no_bridge(people: Database) -> None:
    assert "fay" not in column(asked(people, "bridges", domains=[NORTH, SOUTH]), "developer")


@pytest.mark.parametrize("given", [{}, {"domains": [NORTH, SOUTH], "communities": [7, 8]}], ids=["none", "two"])
def test_two_sets_of_one_kind_have_to_be_named(people: Database, given: dict[str, object]) -> None:
    with pytest.raises(BadInputError, match=r"^bridges needs one of `domains`, `organizations`, `communities`: found "):
        asked(people, "bridges", **given)

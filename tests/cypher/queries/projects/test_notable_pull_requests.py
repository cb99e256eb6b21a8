from __future__ import annotations

import pytest

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_the_most_discussed_come_first_with_who_opened_them(projects: Database) -> None:
    rows = asked(projects, "notable-pull-requests", repository="p/one")
    assert column(rows, "number", "developer", "comments", "reviews", "merged") == [
        (9, "jon", 30, None, None), (7, "hal", 20, 3, "2025-02-03"), (8, "zed", 2, 2, "2025-02-09"),
    ]  # fmt: skip
    assert rows[1]["organizations"] == ["Engine Works"]
    assert rows[1]["address"] == "https://github.com/p/one/pull/7"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"state": "merged"}, [7, 8]),
        ({"state": "unmerged"}, [9]),
        ({"from_": "2025-02"}, [9, 8]),
        ({"to": "2025-01"}, [7]),
        ({"outsiders": True}, [9, 8]),
        ({"source": "gharchive"}, []),
    ],
)
def test_they_can_be_chosen(projects: Database, given: dict[str, object], found: list[int]) -> None:
    assert column(asked(projects, "notable-pull-requests", repository="p/one", **given), "number") == found

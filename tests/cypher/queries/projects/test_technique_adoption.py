from __future__ import annotations

import pytest

from graph.database import Database
from graph.errors import NotFoundError
from tests.cypher.queries.told import asked, column


def test_who_implements_a_technique_where_and_since_when(projects: Database) -> None:
    rows = asked(projects, "technique-adoption")
    assert column(rows, "technique", "projects", "names", "domains") == [
        ("Paged attention", 2, ["u/app", "u/side"], ["Stacked"]), ("Batching", 1, ["u/app"], ["Stacked"]),
    ]  # fmt: skip
    assert (rows[0]["first_created"], rows[0]["last_created"]) == ("2023-01-01", "2024-03-01")


def test_one_technique_is_asked_for_by_its_name_in_any_case(projects: Database) -> None:
    assert column(asked(projects, "technique-adoption", technique="batchING"), "technique") == ["Batching"]


@pytest.mark.parametrize(
    ("name", "said", "hint"),
    [("ATTENTION", "; near are Paged attention", "known"), ("Bathing", "; near are Batching", "known"),
     ("nosuch", "no technique 'nosuch'", "known are Batching, Paged attention")],
)  # fmt: skip
def test_a_technique_that_is_not_there_gets_near_names_or_those_that_are(
    projects: Database, name: str, said: str, hint: str
) -> None:
    with pytest.raises(NotFoundError) as failed:
        asked(projects, "technique-adoption", technique=name)
    assert str(failed.value).endswith(said)
    assert str(failed.value.hint).startswith(hint)

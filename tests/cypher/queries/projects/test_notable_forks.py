from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_forks_with_own_commits_and_who_works_there(projects: Database) -> None:
    rows = asked(projects, "notable-forks", repository="w/origin")
    assert column(rows, "fork", "ahead", "by") == [("w/much", 40, ["quin", "pia"]), ("w/some", 2, [])]


def test_fewer_where_more_is_asked_for(projects: Database) -> None:
    assert column(asked(projects, "notable-forks", least=3), "fork") == ["w/much"]

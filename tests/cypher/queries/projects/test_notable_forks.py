from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_forks_with_own_commits_and_who_works_there(projects: Database) -> None:
    rows = asked(projects, "notable-forks", repository="w/origin")
    assert column(rows, "fork", "ahead", "by", "sources") == [
        ("w/much", 40, ["quin", "pia"], ["table", "gharchive"]), ("w/some", 2, None, ["table"]),
    ]  # fmt: skip


def test_fewer_where_more_is_asked_for(projects: Database) -> None:
    assert column(asked(projects, "notable-forks", repository="w/origin", least=3), "fork") == ["w/much"]
    assert column(asked(projects, "notable-forks", limit=1), "fork") == ["w/much"]


def test_who_works_in_the_parent_too_stands_apart_and_one_source_counts(projects: Database) -> None:
    (row,) = asked(projects, "notable-forks", repository="w/parent")
    assert (row["by"], row["also_upstream"], row["sources"]) == (["fox"], ["una"], ["table", "git"])
    (row,) = asked(
        projects, "notable-forks", repository="w/parent", source="git-bundled", from_="2025-01", to="2025-02"
    )
    assert (row["by"], row["also_upstream"], row["sources"]) == ([], ["una"], ["table", "git-bundled"])


def test_a_history_alone_cannot_tell_whose_the_commits_of_a_fork_are(projects: Database) -> None:
    (row,) = asked(projects, "notable-forks", repository="w/unread")
    assert (row["ahead"], row["by"], row["also_upstream"]) == (4, None, None)

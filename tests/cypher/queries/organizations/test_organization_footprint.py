from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import Told, asked, build, column, mapped


def test_where_the_people_of_an_organization_work_and_which_of_it_is_its_own(database: Database) -> None:
    events, table = Told(), Told("table", "reference")
    for who, repository, made in (
        ("ann", "own/home", 5), ("ann", "else/where", 2), ("ben", "else/where", 4), ("cid", "else/where", 90),
        ("dee", "own/home", 1),
    ):  # fmt: skip
        events.did(who, repository, "2025-01", each=made)
    events.did("ann", "else/later", "2025-05")
    for who, at in (("ann", "Home Works"), ("ben", "Home Works"), ("dee", "Other Works")):
        table.works_at(who, at)
    table.owns("Home Works", "own/home")
    build(database, events, table)
    rows = asked(database, "organization-footprint", organization="Home Works", to="2025-04", from_="2025-01")
    assert column(rows, "repository", "owned", "developers", "contributions", "logins") == [
        ("else/where", False, 2, 6, ["ben", "ann"]), ("own/home", True, 1, 5, ["ann"]),
    ]  # fmt: skip
    assert rows[0]["sources"] == ["gharchive"]
    assert "else/later" in column(asked(database, "organization-footprint", organization="Home Works"), "repository")


def test_corrections_count_as_they_do_where_a_repository_is_asked_for(atlas: Database) -> None:
    rows = asked(atlas, "organization-footprint", organization="Ant Group", activity="merged_prs")
    here = mapped(rows, "repository", "developers")["deepseek-ai/DeepEP"]
    origins = asked(atlas, "developer-origins", repositories=["deepseek-ai/DeepEP"], by="organization")
    assert mapped(origins, "name", "developers")["Ant Group"] == here

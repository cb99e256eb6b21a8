from __future__ import annotations

import pytest

from graph.database import Database
from ingest import records
from tests.cypher.queries.told import Told, asked, build, column


def test_what_the_people_of_a_country_work_on_and_their_share_of_all_who_do(database: Database) -> None:
    events, table = Told(), Told("table", "reference")
    for who, repository, made in (("ann", "a/one", 5), ("ann", "b/two", 2), ("ben", "b/two", 4), ("cid", "b/two", 9)):
        events.did(who, repository, "2025-01", each=made)
    germany = records.country("DE", "Germany", table.where, "德国")
    for login in ("ann", "ben"):
        person = records.developer(login, table.where)
        home = records.location(person, germany, "table", confidence=1.0, raw="Berlin", where=table.where)
        table.others += [person, germany, home]
    build(database, events, table)
    rows = asked(database, "country-footprint", country="germany")
    assert column(rows, "repository", "developers", "contributions", "logins") == [
        ("b/two", 2, 6, ["ben", "ann"]), ("a/one", 1, 5, ["ann"]),
    ]  # fmt: skip
    assert [row["share"] for row in rows] == [pytest.approx(2 / 3), 1.0]
    assert asked(database, "country-footprint", country="DE") == rows

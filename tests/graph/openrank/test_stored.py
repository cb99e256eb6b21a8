"""OpenRank out of the graph and back into it: written with its run, kept while right, redone when not."""

from __future__ import annotations

from functools import partial

import pytest

from graph.calendar import periods
from graph.database import Database
from graph.errors import BadInputError
from graph.load import load, prepare
from graph.model import EdgeRecord
from graph.openrank.months import Month, Solved, solve_months
from graph.openrank.pairs import Pairs
from graph.openrank.presets import COMMUNITY, GLOBAL_2026
from graph.openrank.stored import (
    Written,
    first_to_solve,
    measure_months,
    read_pairs,
    series_of,
    stamps_of,
    values_after,
)  # fmt: skip
from tests.graph.worlds import at, origin, person, project, work

ANN, BOB, ROBOT = person("ann", 1), person("bob"), person("robot", bot=True)
X, Y = project("o/x", 1), project("o/y")
SERIES = series_of(GLOBAL_2026)
PAIRS = (
    "MATCH (d:Developer)-[c:CONTRIBUTED_TO {period: $period}]->(r:Repository) "
    "RETURN d.key AS developer, coalesce(d.bot, false) AS bot, r.key AS repository, "
    + ", ".join(f"c.{name} AS {name}" for name, _ in GLOBAL_2026.weights)
)
VALUES = (
    "MATCH (n)-[m:MEASURED {metric: 'openrank', preset: $preset}]->(month:Month) "
    "RETURN month.key, labels(n)[0], n.key, m.value, m.new, m.inherited, m.background ORDER BY m.key"
)
# What `openrank-explain` does: the amounts from each neighbour, out of what is stored.
RECEIVED = """
MATCH (r:Repository {key: $key})-[m:MEASURED {period: $period}]->(:Month)
MATCH (d:Developer)-[c:CONTRIBUTED_TO {period: $period}]->(r)
MATCH (d)-[own:MEASURED {period: $period}]->(:Month)
WITH m, own, 22.235 * coalesce(c.opened_issues, 0) + 40.679 * coalesce(c.opened_prs, 0) AS activity
WITH m, sum(0.7 * 0.95 * activity / own.activity * (own.value - own.surplus)) AS received
RETURN m.value - m.new - m.inherited - m.background - received AS left
"""


def records(april: int = 2) -> list[EdgeRecord]:
    return [
        work(ANN, X, at(1), "2025-03", opened_issues=1, opened_prs=0),
        work(BOB, X, at(2), "2025-03", opened_issues=3, opened_prs=1),
        work(ROBOT, X, at(3), "2025-03", opened_issues=99),
        work(BOB, Y, at(4), "2025-03", opened_issues=1),
        work(ANN, Y, at(5), "2025-04", opened_issues=april),
        work(BOB, Y, at(6), "2025-05", opened_prs=1),
    ]


@pytest.fixture
def world(database: Database) -> Database:
    """Three months of two people and a robot."""
    prepare(database)
    load(database, origin("git"), records())
    return database


def read(database: Database, period: str) -> Pairs:
    return read_pairs(database, PAIRS, GLOBAL_2026, {"period": period})


def run(database: Database, first: str = "2025-03", last: str = "2025-05") -> list[Written]:
    return list(measure_months(database, GLOBAL_2026, first, last, partial(read, database)))


def redone(written: list[Written]) -> list[str]:
    return [month.period for month in written if not month.already]


def test_values_are_those_of_the_series_and_stand_with_their_parts(world: Database) -> None:
    assert redone(run(world)) == ["2025-03", "2025-04", "2025-05"]
    months = [Month(period, read(world, period)) for period in periods("2025-03", "2025-05")]
    expected = {
        (found.period, kind, key): value
        for found in solve_months(GLOBAL_2026, months)
        if isinstance(found, Solved)
        for kind, values in found.values.items()
        for key, value in values.items()
    }
    rows = world.read(VALUES, {"preset": SERIES}).rows
    assert {(str(row[0]), str(row[1]), str(row[2])): row[3] for row in rows} == pytest.approx(expected)
    assert ("2025-03", "Developer", "github:@robot") not in expected
    left = world.read(RECEIVED, {"key": "github:1", "period": "2025-03"}).rows
    assert abs(float(str(left[0][0]))) < 1e-9


def test_a_second_run_writes_nothing_and_a_new_month_only_itself(world: Database) -> None:
    run(world, last="2025-04")
    assert redone(run(world, last="2025-04")) == []
    assert redone(run(world)) == ["2025-05"]
    whole = world.read(VALUES, {"preset": SERIES}).rows
    world.write("MATCH (s:Snapshot {source: 'measure'}) DETACH DELETE s")
    assert len(redone(run(world))) == 3
    assert [row[:3] for row in world.read(VALUES, {"preset": SERIES}).rows] == [row[:3] for row in whole]
    again = world.read(VALUES, {"preset": SERIES}).rows
    assert [row[3] for row in again] == pytest.approx([row[3] for row in whole])


def test_a_changed_month_is_redone_with_those_after_it(world: Database) -> None:
    run(world)
    world.write("MATCH (:Developer {login: 'ann'})-[c:CONTRIBUTED_TO {period: '2025-04'}]->() SET c.opened_issues = 7")
    assert redone(run(world)) == ["2025-04", "2025-05"]
    count = world.read("MATCH ()-[m:MEASURED]->() RETURN count(m), count(DISTINCT m.key)").rows[0]
    assert count == [5 + 2 + 2 - 1, 5 + 2 + 2 - 1]


def test_a_month_that_was_begun_and_not_finished_is_redone(world: Database) -> None:
    run(world)
    world.write("MATCH (s:Snapshot {source: 'measure', covers_from: '2025-04'}) DETACH DELETE s")
    assert redone(run(world)) == ["2025-04"]


def test_a_run_goes_on_from_the_month_before_it(world: Database) -> None:
    run(world, last="2025-04")
    assert redone(run(world, "2025-05", "2025-05")) == ["2025-05"]
    assert redone(run(world)) == []


def test_a_run_solves_the_months_between_that_the_series_lacks(world: Database) -> None:
    run(world, last="2025-03")
    assert redone(run(world, "2025-05", "2025-05")) == ["2025-04", "2025-05"]
    whole = world.read(VALUES, {"preset": SERIES}).rows
    world.write("MATCH (s:Snapshot {source: 'measure'}) DETACH DELETE s")
    run(world)
    assert sorted(map(str, world.read(VALUES, {"preset": SERIES}).rows)) == sorted(map(str, whole))


def test_a_month_that_was_taken_for_the_beginning_is_found_by_the_next_one(world: Database) -> None:
    run(world, "2025-04", "2025-04")  # nothing was there: the series began with it
    run(world, "2025-03", "2025-03")
    assert redone(run(world, "2025-05", "2025-05")) == ["2025-05"]  # what it inherited from is the business of April
    assert redone(run(world)) == ["2025-04", "2025-05"]


@pytest.mark.parametrize(
    ("there", "asked", "begins"),
    [("", "2025-04", "2025-04"), ("2025-05", "2025-04", "2025-04"), ("2025-01 2025-02", "2025-03", "2025-03"),
     ("2025-01 2025-02", "2025-05", "2025-03"), ("2025-01 2025-03 2025-04", "2025-05", "2025-02"),
     ("2025-03", "2025-03", "2025-03")],
)  # fmt: skip
def test_a_run_begins_with_the_first_month_that_the_series_lacks(there: str, asked: str, begins: str) -> None:
    assert first_to_solve(dict.fromkeys(there.split(), "stamp"), asked) == begins


def test_a_frozen_series_stands_beside_the_other(world: Database) -> None:
    run(world, last="2025-03")
    frozen = measure_months(world, GLOBAL_2026, "2025-03", "2025-03", partial(read, world), freeze=True)
    assert redone(list(frozen)) == ["2025-03"]
    assert set(stamps_of(world, SERIES)) == set(stamps_of(world, f"{SERIES}/frozen")) == {"2025-03"}
    assert redone(run(world, last="2025-03")) == []


def test_a_run_says_what_it_is_and_what_it_lacks(world: Database) -> None:
    written = run(world, last="2025-03")
    found = world.read("MATCH (s:Snapshot {key: $key}) RETURN s", {"key": written[0].run}).rows[0][0]
    assert isinstance(found, dict)
    assert (found["rows_taken"], found["state"], found["covers_from"]) == (4, "complete", "2025-03")
    assert any("snyk" in gap for gap in found["gaps"])
    assert "the sources do not count pushes" in found["gaps"]
    assert stamps_of(world, SERIES) == {"2025-03": found["content_hash"]}


def test_what_idle_nodes_still_have_is_known_from_their_newest_value(world: Database) -> None:
    run(world)
    after = values_after(world, GLOBAL_2026, SERIES, "2025-05")
    rows = world.read(VALUES, {"preset": SERIES}).rows
    march = {str(key): float(str(value)) for period, _, key, value, *_ in rows if period == "2025-03"}
    assert after["Repository"]["github:1"] == pytest.approx(0.85**2 * march["github:1"])


def test_the_community_preset_is_refused(database: Database) -> None:
    with pytest.raises(BadInputError, match="the preset community needs single issues"):
        list(measure_months(database, COMMUNITY, "2025-03", "2025-03", lambda period: read(database, period)))


def test_a_series_names_its_definition_and_version() -> None:
    assert series_of(GLOBAL_2026) == "global-2026/1"
    assert series_of(GLOBAL_2026, freeze=True) == "global-2026/1/frozen"

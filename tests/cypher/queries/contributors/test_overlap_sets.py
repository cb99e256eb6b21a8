from __future__ import annotations

import pytest

from graph.database import Database
from graph.errors import BadInputError
from tests.cypher.queries.told import asked, column

TWO, THREE = ["s/one", "s/two"], ["s/one", "s/two", "s/three"]


def test_each_developer_is_in_one_combination_alone(people: Database) -> None:
    rows = asked(people, "overlap-sets", repositories=THREE)
    logins = [login for row in rows for login in row["logins"]]  # type: ignore[attr-defined]
    assert len(logins) == len(set(logins)) == sum(int(str(row["developers"])) for row in rows)
    assert rows[0]["repositories"] == THREE
    assert rows[0]["logins"] == ["ann"]


def test_those_of_several_are_those_that_shared_developers_names(people: Database) -> None:
    rows = asked(people, "overlap-sets", repositories=TWO)
    shared = asked(people, "shared-developers", repositories=TWO)
    (both,) = [row for row in rows if row["repositories"] == TWO]
    assert both["logins"] == column(shared, "developer")
    assert both["organizations"] == ["Northern Works 1", "unknown 1"]


def test_the_total_of_a_repository_is_the_sum_over_its_combinations(people: Database) -> None:
    rows = asked(people, "overlap-sets", repositories=TWO)
    for at, name in enumerate(TWO):
        of = [row for row in rows if name in row["repositories"]]  # type: ignore[operator]
        total = sum(int(str(row["developers"])) for row in of)
        assert {row["totals"][row["repositories"].index(name)] for row in of} == {total}, at  # type: ignore[attr-defined, index]


def test_a_machine_is_in_it_where_it_is_asked_for(people: Database) -> None:
    plain, whole = (asked(people, "overlap-sets", repositories=TWO, bots=bots)[0] for bots in (False, True))
    assert int(str(whole["developers"])) == int(str(plain["developers"])) + 1


def test_the_bundled_four_connect_deepep_and_deepgemm(atlas: Database) -> None:
    rows = asked(atlas, "overlap-sets", repositories=["deepseek-ai/DeepEP", "deepseek-ai/DeepGEMM"])
    assert rows[0]["logins"] == ["LyricZhao", "fzyzcjy", "dzhulgakov", "sleepcoo"]


def test_more_than_six_are_too_many(people: Database) -> None:
    with pytest.raises(BadInputError):
        asked(people, "overlap-sets", repositories=[f"s/{at}" for at in range(7)])

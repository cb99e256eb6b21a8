"""Months in a row: each inherits from the one before; what is unchanged is kept, what is wrong is solved again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from graph.errors import AtlasError, BadInputError
from graph.openrank.months import (
    Handed,
    Kept,
    Month,
    Solved,
    original,
    solve_month,
    solve_months,
    stamp_of,
)
from graph.openrank.networks import Values
from graph.openrank.pairs import Pairs, pairs_of
from graph.openrank.presets import COMMUNITY, GLOBAL_2023_DOCS, GLOBAL_2026
from graph.openrank.solver import EXACT, Options
from tests.graph.openrank.worlds import issues, month

SERIES = [
    Month("2024-11", month(("ann", "x", issues()), ("bob", "x", issues(2)))),
    Month("2024-12", month(("ann", "y", issues()))),
    Month("2025-01", month()),
    Month("2025-02", month(("bob", "x", issues(3)), ("ann", "y", issues()))),
]


class Store:
    """What is stored of a series; which months it was asked for."""

    def __init__(self) -> None:
        self.handed: dict[str, Handed] = {}
        self.values: dict[str, Values] = {}
        self.recalled: list[str] = []

    @property
    def stamps(self) -> dict[str, str]:
        return {period: handed.stamp for period, handed in self.handed.items()}

    def recall(self, period: str) -> Sequence[Values]:
        self.recalled.append(period)
        values = self.handed[period].values
        assert values is not None
        return values

    def run(self, months: Sequence[Month], before: Handed | None = None, options: Options = EXACT) -> list[str]:
        """Solve and store; the periods that were not kept."""
        done = []
        for found in solve_months(
            GLOBAL_2026, months, before=before, stored=self.stamps, recall=self.recall, options=options
        ):
            if isinstance(found, Solved):
                self.handed[found.period], self.values[found.period] = found.handed, found.values
                done.append(found.period)
        return done


@pytest.fixture
def store() -> Store:
    """The whole series, solved once."""
    made = Store()
    assert made.run(SERIES) == [month.period for month in SERIES]
    return made


def changed(at: int) -> list[Month]:
    other = Month(SERIES[at].period, month(("ann", "x", issues(9))))
    return [*SERIES[:at], other, *SERIES[at + 1 :]]


def test_a_month_inherits_from_the_one_before() -> None:
    solved = [found for found in solve_months(GLOBAL_2026, SERIES) if isinstance(found, Solved)]
    ann = solved[0].values["Developer"]["ann"]
    assert solved[1].network.inherited[0] == pytest.approx(0.85 * ann)
    bob = solved[0].values["Developer"]["bob"]
    last = dict(zip(solved[3].network.nodes["Developer"], solved[3].network.inherited, strict=False))
    assert last["bob"] == pytest.approx(0.85**3 * bob)


def test_months_one_by_one_are_the_series() -> None:
    last: Handed | None = None
    for given, found in zip(SERIES, solve_months(GLOBAL_2026, SERIES), strict=True):
        alone = solve_month(GLOBAL_2026, given, last)
        assert isinstance(found, Solved)
        assert (alone.values, alone.stamp) == (found.values, found.stamp)
        last = alone.handed


def test_an_unchanged_series_is_not_solved_again(store: Store) -> None:
    assert store.run(SERIES) == []
    assert store.recalled == []


def test_a_new_month_does_not_redo_the_old(store: Store) -> None:
    more = [*SERIES, Month("2025-03", month(("ann", "x", issues())))]
    assert store.run(more) == ["2025-03"]
    assert store.recalled == ["2025-02"]
    whole = Store()
    whole.run(more)
    assert store.values == whole.values


@pytest.mark.parametrize("at", range(4))
def test_a_changed_month_is_redone_with_all_that_inherit_from_it(store: Store, at: int) -> None:
    assert store.run(changed(at)) == [month.period for month in SERIES[at:]]
    whole = Store()
    whole.run(changed(at))
    assert store.values == whole.values


def test_a_month_that_inherited_from_nothing_is_found_and_redone(store: Store) -> None:
    wrong = Store()
    wrong.run(SERIES[2:])  # as if the months before had not been loaded yet
    assert wrong.values["2025-02"] != store.values["2025-02"]
    assert wrong.run(SERIES) == [month.period for month in SERIES]
    assert wrong.values == store.values


def test_a_month_that_inherited_from_another_preset_is_redone() -> None:
    stamps = {stamp_of(preset, SERIES[0], "") for preset in (GLOBAL_2026, GLOBAL_2023_DOCS, COMMUNITY)}
    assert len(stamps) == 3


def test_a_series_may_go_on_from_what_is_stored(store: Store) -> None:
    before = Handed("2024-12", store.stamps["2024-12"], None)
    assert store.run(SERIES[2:], before) == []
    assert store.run(changed(3)[2:], before) == ["2025-02"]
    assert store.recalled == ["2025-01"]


def test_another_way_of_stopping_is_another_series(store: Store) -> None:
    assert len(store.run(SERIES, options=original(GLOBAL_2026))) == 4
    assert store.run(SERIES, options=original(GLOBAL_2026)) == []


def test_the_way_of_solving_is_not(store: Store) -> None:
    assert store.run(SERIES, options=Options(way="scipy")) == []


def test_a_stopped_run_goes_on_where_it_stopped(store: Store) -> None:
    begun = Store()
    begun.run(SERIES[:2])
    assert begun.run(SERIES) == ["2025-01", "2025-02"]
    assert begun.values == store.values


def test_a_community_inherits_from_three_months() -> None:
    def worked(*items: str) -> Pairs:
        return pairs_of([("ann", item, [1.0]) for item in items], ["opened_prs"], repository="o/r")

    series = [Month("2025-01", worked("p1")), Month("2025-02", worked()), Month("2025-03", worked("p1", "p2"))]
    solved = [found for found in solve_months(COMMUNITY, series) if isinstance(found, Solved)]
    first, last = solved[0].values, solved[2].network
    # ann, p1, p2, and the repository, which has a value in each month
    assert last.inherited.tolist() == pytest.approx([
        0.85 * first["Developer"]["ann"], 0.85 * first["Item"]["p1"], 0, solved[1].values["Repository"]["o/r"]
    ])  # fmt: skip
    assert last.new.tolist() == [0, 0, 1, 0]


def test_original_is_how_opendigger_stops() -> None:
    assert original(GLOBAL_2026) == Options(tolerance=0.01, rounds=100, freeze=True)
    frozen = solve_month(GLOBAL_2026, SERIES[0], options=original(GLOBAL_2026))
    exact = solve_month(GLOBAL_2026, SERIES[0])
    assert 0 < np.abs(frozen.result.values - exact.result.values).max() < 0.1


def test_a_missing_month_is_refused() -> None:
    with pytest.raises(BadInputError, match="2025-01 comes after 2024-11, expected 2024-12"):
        list(solve_months(GLOBAL_2026, [SERIES[0], SERIES[2]]))
    with pytest.raises(BadInputError, match="2025-02 comes after 2024-12, expected 2025-01"):
        list(solve_months(GLOBAL_2026, SERIES[3:], before=Handed("2024-12", "", ())))


def test_a_month_does_not_inherit_from_what_nobody_recalls() -> None:
    with pytest.raises(AtlasError, match="2025-02 was given nothing to inherit"):
        list(solve_months(GLOBAL_2026, SERIES[3:], before=Handed("2025-01", "", None)))


def test_a_month_that_is_kept_says_so(store: Store) -> None:
    found = list(solve_months(GLOBAL_2026, SERIES[:1], stored=store.stamps, recall=store.recall))
    assert found == [Kept("2024-11", store.stamps["2024-11"])]

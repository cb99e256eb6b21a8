"""Which source answers for each pair of ways to know, each order of loading and each kind of contribution."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest

from cypher.catalogue import catalogue
from cypher.run import run
from graph.database import Database
from graph.load import load, prepare
from graph.model import Origin, Record, Table, Where
from graph.schema import METHODS
from ingest import records
from ingest.identity import Identities
from ingest.nodes import Nodes
from ingest.pairs import Covered, Pair, coverage_records, pair_records

MONTHS = ("2025-01", "2025-06")
BOTH, CODE, PULLS, TURNED = "o/both", "o/code", "o/pulls", "o/turned"
EACH: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    BOTH: (("commits", "merged_prs"),) * 2,
    CODE: (("commits",),) * 2,
    PULLS: (("merged_prs",),) * 2,
    TURNED: (("merged_prs",), ("commits",)),
}
"""What the better and the worse source count in each repository."""
ANSWERS = {
    (BOTH, "any"): 0, (BOTH, "commits"): 0, (BOTH, "merged_prs"): 0,
    (CODE, "any"): 0, (CODE, "commits"): 0, (CODE, "merged_prs"): None,
    (PULLS, "any"): 0, (PULLS, "commits"): None, (PULLS, "merged_prs"): 0,
    (TURNED, "any"): 0, (TURNED, "commits"): 1, (TURNED, "merged_prs"): 0,
}  # fmt: skip
"""Which of the pair answers: the better, 0, or the worse, 1; None where neither counts it."""
COVERING = [method for method in METHODS if method != "reference"]
PAIRS = list(combinations(COVERING, 2))
NODES = Nodes(Identities.load())


def told(database: Database, method: str, counted: dict[str, tuple[str, ...]]) -> None:
    """One source of `method`, named after it, that counts these activities in each repository in all months."""
    origin = Origin(method, method, method, method, "", method * 9, "2025-07-01")
    period = "..".join(MONTHS) if method == "totals" else MONTHS[0]
    pairs = [Pair("ann", name, period, dict.fromkeys(kinds, 1)) for name, kinds in counted.items()]
    covered = [Covered(name, MONTHS, kinds) for name, kinds in counted.items()]
    load(database, origin, [*pair_records(pairs, NODES, origin), *coverage_records(covered, NODES, origin)])


def answers(database: Database, **asked: str) -> dict[tuple[str, str], object]:
    """The source that answers, by repository and activity."""
    query, found = catalogue().find("answering-sources"), dict[tuple[str, str], object]()
    for activity in ("any", "commits", "merged_prs"):
        answer = run(database, query, query.bind({"repositories": ",".join(EACH), "activity": activity, **asked}))
        assert isinstance(answer, Table)
        found |= {(str(row["repository"]), activity): row["source"] for row in answer.records()}
    return found


def expected(pair: Sequence[str]) -> dict[tuple[str, str], object]:
    """What `ANSWERS` says of a pair, the better first."""
    return {asked: None if which is None else pair[which] for asked, which in ANSWERS.items()}


@pytest.mark.parametrize("order", [1, -1], ids=["in order", "the other way round"])
@pytest.mark.parametrize("pair", PAIRS, ids=[" and ".join(pair) for pair in PAIRS])
def test_of_two_sources_the_better_that_counts_it_answers(
    database: Database, pair: tuple[str, str], order: int
) -> None:
    prepare(database)
    for place in (0, 1)[::order]:
        told(database, pair[place], {name: kinds[place] for name, kinds in EACH.items()})
    assert answers(database) == expected(pair)
    assert answers(database, **{"from": MONTHS[0], "to": MONTHS[1]}) == expected(pair)
    assert answers(database, source=pair[1])[BOTH, "any"] == pair[1]
    inside = answers(database, **{"from": "2025-02", "to": "2025-03"})
    rest = [method for method in pair if method != "totals"]  # which do not tell of months within their span
    assert [inside[BOTH, activity] for activity in ("any", "commits", "merged_prs")] == [rest[0]] * 3
    assert inside[TURNED, "commits"] == (None if pair[1] == "totals" else pair[1])


def test_a_reference_tells_of_a_repository_and_never_answers_for_it(database: Database) -> None:
    prepare(database)
    origin = Origin("list", "reference", "list", "list", "", "1" * 64, "2025-07-01")
    where = Where("list", 1)
    facts: list[Record] = [records.repository(name, where, language="C") for name in EACH]
    load(database, origin, facts)
    assert set(answers(database).values()) == {None}
    told(database, "git-fork", {BOTH: ("commits",)})
    assert answers(database)[BOTH, "commits"] == "git-fork"

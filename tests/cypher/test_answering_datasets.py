"""Real datasets of GitHub, GH Archive, git and tables, all of one month: the best of those that are there answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cypher.catalogue import catalogue
from cypher.run import run
from graph.database import Database
from graph.load import prepare
from graph.model import Table
from ingest.desk import Desk
from ingest.identity import Identities
from ingest.run import load
from ingest.source import Dataset, find_source
from tests.ingest.sources.gharchive.archive import event, write
from tests.ingest.sources.git.making import Made
from tests.ingest.sources.github.server.serving import GitHub, serving
from tests.ingest.sources.github.server.world import MAIN, NOW, QUICK, make_world

MONTH = "2024-01"
BEST_FIRST = ("github", "people", "git", "gharchive")
COUNTING = {
    "any": BEST_FIRST,
    "commits": ("people", "git"),
    "merged_prs": ("github", "git", "gharchive"),
}
"""The sources that count it, the best first; of GH Archive one hour of the month is read, so that it comes last."""


def opened(desk: Desk, site: str, named: Path | str, **options: object) -> list[Dataset]:
    return list(find_source(site).open((str(named),), desk, **options))


def datasets(github: GitHub, room: Path) -> dict[str, list[Dataset]]:
    """What four sources tell of one repository: two of every kind of work, two of some."""
    whose = next(one for one in github.world.repositories if f"{one.owner.login}/{one.name}" == MAIN)
    made = Made(room / "git", f"https://github.com/{MAIN}.git")
    for number, day in enumerate(("2021-07-01", "2024-01-03", "2024-06-05")):
        made.commit(f"Change (#{number + 1})", "Ben <22+ben@users.noreply.github.com>", day)
    made.write()
    push = event("PushEvent", (22, "ben"), (whose.id, MAIN), f"{MONTH}-02T07:00:00Z")
    people = room / "people.csv"
    people.write_text(f"login,repository,month,commits\nben,{MAIN},{MONTH},4\n")
    desk = Desk(
        Identities.load(), room / "desk", {"github": github.address}, token=lambda: "x" * 40,
        now=lambda: max(NOW, datetime(2024, 7, 1, tzinfo=UTC)),
    )  # fmt: skip
    return {
        "github": opened(desk, "github", MAIN, what=("repository", "pulls")),
        "people": opened(desk, "tables", people, source="people", method="totals", as_of="2024-02"),
        "git": opened(desk, "git", room / "git"),
        "gharchive": opened(desk, "gharchive", write(room / f"{MONTH}-02-7.json.gz", [push]), all=True),
    }


def answering(database: Database) -> dict[str, object]:
    """The source that answers for the month, by activity."""
    query, found = catalogue().find("answering-sources"), dict[str, object]()
    for activity in COUNTING:
        asked = {"repositories": MAIN, "activity": activity, "from": MONTH, "to": MONTH}
        answer = run(database, query, query.bind(asked))
        assert isinstance(answer, Table)
        found[activity] = answer.records()[0]["source"]
    return found


@pytest.mark.parametrize("order", [BEST_FIRST, BEST_FIRST[::-1]], ids=["the best first", "the best last"])
def test_of_the_sources_that_are_there_the_best_answers(
    database: Database, tmp_path: Path, order: Sequence[str]
) -> None:
    prepare(database)
    with serving(GitHub(make_world(9, QUICK), limits={"core": 100_000})) as github:
        told = datasets(github, tmp_path)
    for turn, source in enumerate(order, start=1):
        for dataset in told[source]:
            load(database, dataset, strict=True)
        there = order[:turn]
        assert answering(database) == {
            activity: next((one for one in names if one in there), None) for activity, names in COUNTING.items()
        }

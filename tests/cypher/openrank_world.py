"""A generated world of three months, by a source of events and one of histories, with a robot and an idle month."""

from __future__ import annotations

from random import Random

from graph.database import Database
from graph.load import load, prepare
from graph.model import Origin, Record
from ingest.identity import Identities
from ingest.nodes import Nodes
from ingest.pairs import Covered, Pair, coverage_records, pair_records

MONTHS = ("2025-03", "2025-05")
COUNTED = (
    "opened_issues", "issue_comments", "closed_issues", "review_comments", "opened_prs", "merged_prs", "pushes",
)  # fmt: skip
REPOSITORIES = [f"o/r{number}" for number in range(8)]


def origin(source: str, method: str, part: str = "") -> Origin:
    """The origin of a small source; its content is its name."""
    return Origin(source, method, f"{source}{part}", f"{source}{part}", "", f"{source}{part}" * 8, "2025-07-01")


def events(seed: int = 7, part: str = "", pairs: int = 120) -> tuple[Origin, list[Record]]:
    """What thirty people and a robot did in eight repositories in three months, as a source of events tells it."""
    random, told, nodes = Random(seed), origin("gharchive", "events", part), Nodes(Identities.load())  # noqa: S311
    done: dict[tuple[str, str, str], dict[str, int]] = {}
    for _ in range(pairs):
        who = random.choice(["renovate[bot]", *(f"dev{number}" for number in range(30))])
        where = (who, random.choice(REPOSITORIES), random.choice(["2025-03", "2025-04", "2025-05"]))
        done[where] = {name: random.randint(1, 9) for name in random.sample(COUNTED, random.randint(1, 3))}
    made = [Pair(*where, counts) for where, counts in sorted(done.items())]
    covered = [Covered(name, MONTHS, COUNTED) for name in REPOSITORIES]
    return told, [*pair_records(made, nodes, told), *coverage_records(covered, nodes, told)]


def histories() -> tuple[Origin, list[Record]]:
    """Commits of two more people, which no preset of OpenRank weighs."""
    told, nodes = origin("git", "git"), Nodes(Identities.load())
    made = [Pair("zoe", REPOSITORIES[0], "2025-04", {"commits": 5}), Pair("yan", "o/only", "2025-04", {"commits": 1})]
    covered = [Covered(name, ("2024-01", "2025-05"), ("commits",)) for name in (REPOSITORIES[0], "o/only")]
    return told, [*pair_records(made, nodes, told), *coverage_records(covered, nodes, told)]


def build(database: Database) -> None:
    """Load both sources into an empty database."""
    prepare(database)
    for told, records in (events(), histories()):
        load(database, told, records, strict=True)

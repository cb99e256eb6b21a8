"""Projects around two seeds: one close to them, one close to that one, a giant, and one far away."""

from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import Told, build

SEEDS = ["seed/one", "seed/two"]
EVERYONE = 87
"""All developers of the world but the robot."""
TEAMS = {
    "seed/one": "s1 s2 s3 s4",
    "seed/two": "s3 s4 s5 s6",
    "near/first": "s1 s2 s3 x1",
    "near/second": "s4 s5 x1 z1",
    "giant/all": " ".join(["s1 s2 s3 s4", *(f"g{number}" for number in range(36))]),
    "far/away": "z2 z3 z4",
    "far/many": " ".join(f"r{number}" for number in range(40)),
}


def make(database: Database) -> Database:
    """The world, told by events of January 2025."""
    told = Told(months=("2024-01", "2025-06"))
    for repository, team in TEAMS.items():
        for number, who in enumerate([*team.split(), "dependabot[bot]"]):
            told.did(who, repository, "2025-01", each=9 - min(number, 8))
    told.domain("Seeds", *SEEDS, taxonomy="seeds")
    return build(database, told)

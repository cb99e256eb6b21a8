"""A made ecosystem as uneven as real hours of GH Archive: who works where, in which month, in communities."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from graph.calendar import shifted
from graph.model import Origin, Record
from ingest.identity import Identities
from ingest.nodes import Nodes
from ingest.pairs import Covered, Pair, coverage_records, pair_records

SAMPLE = Path(__file__).parents[2] / "shared" / "data" / "gharchive" / "2015-01-01-0.json.gz"
FIRST, MONTHS = "2024-01", 24
ACTIVITIES = ("merged_prs", "opened_prs", "reviews", "opened_issues", "issue_comments")
OUTSIDE = 0.2
"""Share of the contributions that go to any repository; the others stay in the developer's community."""
COMMUNITIES = 500

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class World:
    """How large it is: nodes of both kinds, and edges (a developer in a repository in a month)."""

    repositories: int = 100_000
    developers: int = 300_000
    contributions: int = 2_000_000

    @property
    def origin(self) -> Origin:
        """The snapshot of it."""
        last = shifted(FIRST, MONTHS - 1)
        name = f"{self.repositories}-{self.developers}-{self.contributions}"
        return Origin(
            "generated", "events", name, "a made ecosystem", "", "0" * 64, f"{last}-28",
            covers_from=FIRST, covers_to=last,
        )  # fmt: skip

    def records(self, identities: Identities) -> Iterator[Record]:
        """Every contribution, then what is covered."""
        nodes, last = Nodes(identities), str(self.origin.covers_to)
        yield from pair_records(self.pairs(), nodes, self.origin)
        covered = (
            Covered(repository(at), (FIRST, last), ACTIVITIES, repository_id=10**9 + at)
            for at in range(self.repositories)
        )
        yield from coverage_records(covered, nodes, self.origin)

    def pairs(self) -> Iterator[Pair]:
        """The contributions, each developer, repository and month once."""
        rng = np.random.default_rng(6)
        who, what, when = self._edges(rng)
        counts = rng.geometric(0.4, (len(who), len(ACTIVITIES))) - 1
        for at in range(len(who)):
            told = dict(zip(ACTIVITIES, counts[at].tolist(), strict=True))
            yield Pair(
                f"dev-{who[at]}", repository(int(what[at])), shifted(FIRST, int(when[at])),
                told, developer_id=10**9 + int(who[at]), repository_id=10**9 + int(what[at]),
            )  # fmt: skip

    def ties(self) -> tuple[Ints, Ints]:
        """Developer and repository of each pair that has worked together in any month, each pair once."""
        who, what, _ = self._edges(np.random.default_rng(6))
        pairs = np.unique(who * self.repositories + what)
        return pairs // self.repositories, pairs % self.repositories

    def _edges(self, rng: np.random.Generator) -> tuple[Ints, Ints, Ints]:
        """Developer, repository and month of each contribution, ordered, none twice."""
        actors, projects = _unevenness()
        people, places = rng.choice(actors, self.developers), rng.choice(projects, self.repositories)
        home_of_people = rng.integers(0, COMMUNITIES, self.developers)
        home_of_places = rng.integers(0, COMMUNITIES, self.repositories)
        found = np.empty(0, np.int64)
        while len(found) < self.contributions:
            who = _drawn(rng, people, self.contributions)
            what = np.where(
                rng.random(len(who)) < OUTSIDE,
                _drawn(rng, places, len(who)),
                _at_home(rng, places, home_of_places, home_of_people[who]),
            )
            code = (who * self.repositories + what) * MONTHS + rng.integers(0, MONTHS, len(who))
            found = np.unique(np.concatenate([found, code]))
        kept = np.sort(rng.choice(found, self.contributions, replace=False))
        return kept // MONTHS // self.repositories, kept // MONTHS % self.repositories, kept % MONTHS


def repository(number: int) -> str:
    """The name of a made repository."""
    return f"made-{number % 997}/repo-{number}"


def _unevenness() -> tuple[Ints, Ints]:
    """How many events each actor, and each repository, has in a real hour."""
    with gzip.open(SAMPLE) as lines:
        events = [json.loads(line) for line in lines]
    actors = Counter(event["actor"]["id"] for event in events)
    projects = Counter(event["repo"]["id"] for event in events)
    return np.array(sorted(actors.values())), np.array(sorted(projects.values()))


def _drawn(rng: np.random.Generator, weights: Ints, count: int) -> Ints:
    """Places of `weights`, each as often as it weighs."""
    ends = np.cumsum(weights)
    return np.searchsorted(ends, rng.integers(0, ends[-1], count), side="right")


def _at_home(rng: np.random.Generator, weights: Ints, home_of: Ints, homes: Ints) -> Ints:
    """For each of `homes` a place of that community, by weight."""
    order = np.argsort(home_of, kind="stable")
    ends = np.concatenate([[0], np.cumsum(weights[order])])
    edges = np.searchsorted(home_of[order], np.arange(COMMUNITIES + 1))
    low, high = ends[edges[homes]], ends[edges[homes + 1]]
    at = np.searchsorted(ends, low + (rng.random(len(homes)) * (high - low)).astype(np.int64), "right") - 1
    return np.asarray(order[np.minimum(at, len(order) - 1)])  # in a small world some communities have no place

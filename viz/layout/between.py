"""Where developers of several repositories stand: in rows between these, which move apart to make room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, dist, sqrt

from graph.model import Network
from graph.node_kinds import DEVELOPER
from viz.drawing import Place, radii
from viz.layout.parting import GAP, separate

ROW = 40.0
"""Pixels from row to row: room for a label at half scale."""
ACROSS = 3
"""So many rows are as high as a column is wide: names are written beside the marks."""
TALL = 12
"""So many developers stand in one column; more in several, about as high as wide."""

Ties = Mapping[str, set[str]]


@dataclass(frozen=True, slots=True)
class Team:
    """The developers (`keys`, the weightiest first) of the same repositories (`hubs`), and the pixels between rows."""

    hubs: tuple[str, ...]
    keys: tuple[str, ...]
    step: float

    @property
    def rows(self) -> int:
        """How many stand in a column."""
        return min(len(self.keys), max(TALL, ceil(sqrt(ACROSS * len(self.keys)))))

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return ceil(len(self.keys) / self.rows)

    def room(self) -> float:
        """How far apart the outer two repositories have to be for the rows alone."""
        return max(self.columns * ACROSS, 0.8 * self.rows) * self.step


def between(network: Network, ties: Ties, places: Mapping[str, Place]) -> dict[str, Place]:
    """`places` with the developers of the same repositories in rows between these: they are the answer."""
    radius = radii(network)
    teams = _teams(network, ties, radius)
    around = {hub: _around(hub, ties, places) + radius[hub] for team in teams for hub in team.hubs}
    spread = _spread(teams, ties, places, around)
    moved = {key: place for team in teams for key, place in _in_rows(team, spread, around).items()}
    return separate(spread | moved, radius)


def _teams(network: Network, ties: Ties, radius: Mapping[str, float]) -> list[Team]:
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for node in sorted(network.nodes, key=lambda n: (-(n.size or 0.0), n.key)):
        if node.label == DEVELOPER.label and len(ties[node.key]) > 1:
            found[tuple(sorted(ties[node.key]))].append(node.key)
    steps = {hubs: max(ROW, 2 * max(radius[key] for key in keys) + GAP) for hubs, keys in found.items()}
    return [Team(hubs, tuple(keys), steps[hubs]) for hubs, keys in found.items() if len(keys) > 1]


def _around(hub: str, ties: Ties, places: Mapping[str, Place]) -> float:
    """How far from a repository the developers stand who are in it alone."""
    return max((dist(places[hub], places[key]) for key in ties[hub] if len(ties[key]) == 1), default=0.0)


def _outer(team: Team, places: Mapping[str, Place]) -> tuple[str, str]:
    ordered = sorted(team.hubs, key=lambda hub: places[hub])
    return ordered[0], ordered[-1]


def _spread(
    teams: list[Team], ties: Ties, places: Mapping[str, Place], around: Mapping[str, float]
) -> dict[str, Place]:
    """`places` with the repositories so far apart that the rows fit between; each takes its own developers along."""
    wider = 1.0
    for team in teams:
        left, right = _outer(team, places)
        needed = team.room() + around[left] + around[right]
        wider = max(wider, needed / (dist(places[left], places[right]) or needed))
    shifts = {hub: (x * (wider - 1), y * (wider - 1)) for hub, (x, y) in places.items() if hub in around}
    return {
        key: _shifted(place, [shifts[hub] for hub in sorted({key, *ties[key]} & shifts.keys())])
        for key, place in places.items()
    }


def _shifted(place: Place, shifts: list[Place]) -> Place:
    count = len(shifts) or 1
    return place[0] + sum(x for x, _ in shifts) / count, place[1] + sum(y for _, y in shifts) / count


def _in_rows(team: Team, places: Mapping[str, Place], around: Mapping[str, float]) -> dict[str, Place]:
    """Places in the middle of the repositories, in rows across the line from left to right, the weightiest on top."""
    hubs, (left, right) = [places[hub] for hub in team.hubs], _outer(team, places)
    length = dist(places[left], places[right]) or 1.0
    unit = (places[right][0] - places[left][0]) / length, (places[right][1] - places[left][1]) / length
    lean = (around[left] - around[right]) / 2 if len(hubs) == 2 else 0.0  # noqa: PLR2004 - free room is between clouds
    middle = (
        sum(x for x, _ in hubs) / len(hubs) + lean * unit[0],
        sum(y for _, y in hubs) / len(hubs) + lean * unit[1],
    )
    found: dict[str, Place] = {}
    for number, key in enumerate(team.keys):
        column, row = divmod(number, team.rows)
        ahead = (column - (team.columns - 1) / 2) * ACROSS * team.step
        aside = (row - (min(team.rows, len(team.keys) - column * team.rows) - 1) / 2) * team.step
        found[key] = middle[0] + ahead * unit[0] - aside * unit[1], middle[1] + ahead * unit[1] + aside * unit[0]
    return found

"""What was done in a month, in arrays: by developer and repository, or by developer and issue of one repository."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from graph.errors import BadInputError
from graph.openrank.presets import Weights
from graph.openrank.solver import Floats, Ints

if TYPE_CHECKING:
    from numpy.typing import NDArray

Row = tuple[str, str, Sequence[float | None]]


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """The counts of p pairs in a month, each pair once; made by `pairs_of`, in the order of their keys.

    developers: keys in ascending order; targets: keys of repositories likewise, or, for the community preset, of the
        issues and pull requests of one `repository`
    developer, target: (p,) int32, positions in these
    counts: by activity (a property of CONTRIBUTED_TO, or closed_prs), (p,) float64, finite, 0 or more
    bots: developers that are machines; merged: pull requests that were merged in the month
    lacks: activities that the sources do not count; they are 0 here, and unknown
    """

    developers: tuple[str, ...]
    targets: tuple[str, ...]
    developer: Ints
    target: Ints
    counts: Mapping[str, Floats]
    bots: frozenset[str] = frozenset()
    merged: frozenset[str] = frozenset()
    repository: str = ""
    lacks: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """The number of pairs."""
        return len(self.developer)

    def activity(self, weights: Weights) -> Floats:
        """The weighted sum of the counts, (p,); an activity that is not counted is 0."""
        total = np.zeros(self.size)
        for name, weight in weights:
            total += weight * self.counts.get(name, 0.0)
        return total

    def fingerprint(self) -> str:
        """The SHA-256 of all that a month's values are made from, in hex; the order of the rows does not matter."""
        found = hashlib.sha256()
        texts = (self.developers, self.targets, sorted(self.bots), sorted(self.merged), self.lacks, (self.repository,))
        for part in texts:
            found.update(repr(tuple(part)).encode())
        for ends in (self.developer, self.target):
            found.update(ends.tobytes())
        for name in sorted(self.counts):
            found.update(self.counts[name].tobytes())
        found.update(repr(sorted(self.counts)).encode())
        return found.hexdigest()


def pairs_of(
    rows: Iterable[Row],
    activities: Sequence[str],
    *,
    bots: Iterable[str] = (),
    merged: Iterable[str] = (),
    repository: str = "",
    lacks: Iterable[str] = (),
) -> Pairs:
    """The pairs of rows (developer key, target key, counts in the order of `activities`; None counts as 0).

    Rows may be a stream: p of them take 8 · (activities + 1) · p bytes. BadInputError where a pair comes twice, or a
    count is negative or not finite.
    """
    known: tuple[dict[str, int], dict[str, int]] = ({}, {})
    ends, given = (array("i"), array("i")), array("d")
    for developer, target, counts in rows:
        ends[0].append(known[0].setdefault(developer, len(known[0])))
        ends[1].append(known[1].setdefault(target, len(known[1])))
        given.extend(0.0 if count is None else count for count in counts)
    table = np.frombuffer(given, np.float64).reshape(len(ends[0]), len(activities))
    developers, left = _ranked(known[0], ends[0])
    targets, right = _ranked(known[1], ends[1])
    order = np.lexsort((right, left))
    left, right, table = left[order], right[order], table[order]
    counts_by_name = {name: np.ascontiguousarray(table[:, at]) for at, name in enumerate(activities)}
    more = (frozenset(bots), frozenset(merged), repository, tuple(sorted(lacks)))
    made = Pairs(developers, targets, left, right, counts_by_name, *more)
    _check(made)
    return made


def _ranked(known: Mapping[str, int], numbers: array[int]) -> tuple[tuple[str, ...], Ints]:
    """The keys in ascending order, and for each number in order of appearance the position of its key."""
    keys = tuple(sorted(known))
    rank = np.empty(len(keys), np.int32)
    for at, key in enumerate(keys):
        rank[known[key]] = at
    return keys, rank[np.frombuffer(numbers, np.int32)]


def _check(made: Pairs) -> None:
    twice = (np.diff(made.developer) == 0) & (np.diff(made.target) == 0)
    if twice.any():
        raise BadInputError(f"{_named(made, twice)} comes twice, expected once a month")
    for name, counts in made.counts.items():
        wrong = ~(np.isfinite(counts) & (counts >= 0))
        if wrong.any():
            found = counts[int(np.argmax(wrong))]
            raise BadInputError(f"{_named(made, wrong)} has {found:g} {name}, expected a count of 0 or more")


def _named(made: Pairs, wrong: NDArray[np.bool_]) -> str:
    at = int(np.argmax(wrong))
    return f"the pair {made.developers[made.developer[at]]} and {made.targets[made.target[at]]}"

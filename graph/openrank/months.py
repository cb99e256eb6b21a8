"""Months solved one after the other, each with what the month before hands on; unchanged ones are not solved again.

The stamp of a month stands for all that its values are made from: its pairs, the preset, the way of solving, and the
stamp of the month before. So a month that was solved on something else (a month before it changed, or was not there
yet) has another stamp than it should have, and is solved again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.calendar import following
from graph.errors import AtlasError, BadInputError
from graph.keys import digest
from graph.openrank.inheritance import hand_on, network
from graph.openrank.networks import Network, Values
from graph.openrank.pairs import Pairs
from graph.openrank.presets import Preset, fingerprint
from graph.openrank.solver import EXACT, Options, Result, solve


@dataclass(frozen=True, slots=True)
class Month:
    """What was done in `period` (such as 2025-04); a month in which nothing was done has no pairs."""

    period: str
    pairs: Pairs


@dataclass(frozen=True, slots=True)
class Handed:
    """What a month hands on: its period, its stamp, and the values that the next one inherits; None: to be recalled."""

    period: str
    stamp: str
    values: tuple[Values, ...] | None


@dataclass(frozen=True, slots=True, eq=False)
class Solved:
    """A month that was solved: its stamp, its published values by kind and key, and how they came about.

    lacks: activities that the sources did not count
    """

    period: str
    stamp: str
    values: Values
    network: Network
    result: Result
    handed: Handed
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A month whose stored values still hold."""

    period: str
    stamp: str


def solve_months(
    preset: Preset,
    months: Iterable[Month],
    *,
    before: Handed | None = None,
    stored: Mapping[str, str] | None = None,
    recall: Callable[[str], Sequence[Values]] | None = None,
    options: Options = EXACT,
) -> Iterator[Solved | Kept]:
    """The months in turn: Kept where the stored stamp is the right one, else Solved; one month in memory at a time.

    months: without gaps, oldest first; before: what the month before the first hands on, None where there is none
    stored: the stamps of stored months by period; recall: what a stored month hands on, asked for only where the
        month after it has to be solved
    BadInputError where a month is missing, for its successor would inherit from the wrong one.
    """
    last, known = before, stored or {}
    for month in months:
        _check_follows(last, month)
        stamp = stamp_of(preset, month, last.stamp if last else "", options)
        if recall and known.get(month.period) == stamp:
            last = Handed(month.period, stamp, None)
            yield Kept(month.period, stamp)
            continue
        if recall and last and last.values is None:
            last = replace(last, values=tuple(recall(last.period)))
        solved = solve_month(preset, month, last, options)
        last = solved.handed
        yield solved


def solve_month(preset: Preset, month: Month, before: Handed | None = None, options: Options = EXACT) -> Solved:
    """One month, with what the month before it hands on; None where it is the first."""
    inherited = before.values if before else ()
    if inherited is None:
        raise AtlasError(f"{month.period} was given nothing to inherit, and nothing recalls it")
    made = network(preset, month.pairs, inherited)
    result = solve(made.graph, made.own, options)
    values = made.published(result.values)
    stamp = stamp_of(preset, month, before.stamp if before else "", options)
    handed = Handed(month.period, stamp, hand_on(preset, values, inherited))
    return Solved(month.period, stamp, values, made, result, handed, month.pairs.lacks)


def stamp_of(preset: Preset, month: Month, before: str, options: Options = EXACT) -> str:
    """Sixteen hex digits for all that the month's values are made from; `before` is the stamp of the month before."""
    # The way is left out: both give the same values.
    how = f"{options.tolerance!r} {options.rounds} {options.freeze}"
    return digest(f"{month.period} {month.pairs.fingerprint()} {fingerprint(preset)} {how} {before}")[:16]


def original(preset: Preset) -> Options:
    """How OpenDigger stops, with its nodes that rest too early: what `freeze` means on the command line."""
    return Options(tolerance=preset.tolerance, rounds=preset.rounds, freeze=True)


def _check_follows(last: Handed | None, month: Month) -> None:
    following(month.period)
    if last and following(last.period) != month.period:
        raise BadInputError(
            f"{month.period} comes after {last.period}, expected {following(last.period)}: a month inherits from the "
            "one before it; give a month without contributions as an empty one"
        )

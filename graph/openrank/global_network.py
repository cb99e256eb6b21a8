"""The network of a global preset: all developers and repositories that were active in a month."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from graph.openrank.networks import DEVELOPER, REPOSITORY, LeftOut, Network, Tied, Values, padded, past_of, present
from graph.openrank.pairs import Pairs
from graph.openrank.presets import GlobalPreset, Newcomers
from graph.openrank.solver import Floats, Graph

if TYPE_CHECKING:
    from numpy.typing import NDArray


def global_network(preset: GlobalPreset, pairs: Pairs, before: Values) -> Network:
    """The month's network; `before` are the values that the month before handed on."""
    weight = pairs.activity(preset.weights)
    kept, left_out = _kept(preset, pairs, weight)
    developers, left = present(pairs.developers, pairs.developer[kept])
    repositories, right = present(pairs.targets, pairs.target[kept])
    people, named = len(developers), len(developers) + len(repositories)
    tied = Tied(left, right + people, weight[kept], named)
    past = np.concatenate(
        [past_of(developers, before.get(DEVELOPER, {})), past_of(repositories, before.get(REPOSITORY, {}))]
    )
    inherited = preset.kept_active * np.nan_to_num(past)
    new = np.where(np.isnan(past), preset.first, 0.0)
    new = np.maximum(new, preset.least - inherited)
    if preset.work is not None:
        new[:people] += _from_work(preset.work, tied.activity()[:people])
    has_background = preset.passed_on < 1
    retention = np.full(named + has_background, preset.background_retention)
    retention[:people] = preset.developer_retention
    retention[people:named] = preset.repository_retention
    return Network(
        graph=Graph.from_edges(*tied.edges(preset.passed_on), retention),
        nodes={DEVELOPER: developers, REPOSITORY: repositories},
        new=padded(new, len(retention)),
        inherited=padded(inherited, len(retention)),
        activity=padded(tied.activity(), len(retention)),
        has_background=has_background,
        left_out=left_out,
    )


def after_month(preset: GlobalPreset, values: Values, before: Values) -> Values:
    """What stands after a month: the values of active nodes, and those of idle ones, decayed, unless too small."""
    return {kind: _after(preset, values.get(kind, {}), before.get(kind, {})) for kind in (DEVELOPER, REPOSITORY)}


def _after(preset: GlobalPreset, values: Mapping[str, float], before: Mapping[str, float]) -> dict[str, float]:
    decayed = ((key, preset.kept_idle * value) for key, value in before.items() if key not in values)
    return dict(values) | {key: left for key, left in decayed if left > preset.dropped}


def _kept(preset: GlobalPreset, pairs: Pairs, weight: Floats) -> tuple[NDArray[np.intp], LeftOut]:
    """The positions of the pairs that the rules leave in."""
    machine = np.array([key in pairs.bots for key in pairs.developers], bool)[pairs.developer]
    alone = pairs.activity(tuple((name, w) for name, w in preset.weights if name not in preset.alone)) <= 0
    stays = ~machine & ~alone & (weight > 0)
    reach = np.bincount(pairs.developer[stays], minlength=len(pairs.developers))
    wide = reach > (preset.most_repositories or np.inf)
    left_out = LeftOut(int(machine.sum()), int((alone & ~machine & (weight > 0)).sum()), int(wide.sum()))
    return np.flatnonzero(stays & ~wide[pairs.developer]), left_out


def _from_work(work: Newcomers, activity: Floats) -> Floats:
    return 1.0 / (1.0 + np.exp(work.steepness * (work.middle - activity)))

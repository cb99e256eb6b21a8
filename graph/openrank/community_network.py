"""The network of the community preset: one repository, its developers, issues and pull requests."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graph.errors import BadInputError
from graph.openrank.networks import (
    DEVELOPER,
    ITEM,
    REPOSITORY,
    LeftOut,
    Network,
    Tied,
    Values,
    padded,
    past_of,
    present,
)
from graph.openrank.pairs import Pairs
from graph.openrank.presets import CommunityPreset
from graph.openrank.solver import Floats, Graph


def community_network(preset: CommunityPreset, pairs: Pairs, inherited: Sequence[Values]) -> Network:
    """The month's network; `inherited` are the published values of the months before, the newest first."""
    if not pairs.repository:
        raise BadInputError(f"the preset {preset.name} needs the repository that its issues and pull requests are of")
    weight = pairs.activity(preset.weights)
    kept = np.flatnonzero(weight > 0)
    developers, left = present(pairs.developers, pairs.developer[kept])
    items, right = present(pairs.targets, pairs.target[kept])
    tied = Tied(left, right + len(developers), weight[kept], len(developers) + len(items))
    nodes = {DEVELOPER: developers, ITEM: items, REPOSITORY: (pairs.repository,)}
    past = np.concatenate([_newest(preset, kind, keys, inherited) for kind, keys in nodes.items()])
    merged = [key in pairs.merged for key in items]
    factor = np.ones(len(past))
    factor[len(developers) : len(developers) + len(items)] = np.where(merged, preset.merged, 1.0)
    kept_on = np.nan_to_num(past)
    return Network(
        graph=Graph.from_edges(*tied.edges(preset.passed_on), np.full(len(past), preset.retention)),
        nodes=nodes,
        new=np.where(np.isnan(past), preset.first, kept_on) * factor - kept_on,
        inherited=kept_on,
        activity=padded(tied.activity(), len(past)),
        has_background=False,
        left_out=LeftOut(),
    )


def _newest(preset: CommunityPreset, kind: str, keys: Sequence[str], inherited: Sequence[Values]) -> Floats:
    """The newest value of each key, less what each month after the last one takes; NaN where there is none."""
    found = np.full(len(keys), np.nan)
    for back, values in enumerate(inherited[: preset.months]):
        past = past_of(keys, values.get(kind, {}))
        found = np.where(np.isnan(found) & (past > 0), past * preset.kept**back, found)
    return found

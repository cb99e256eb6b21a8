"""From month to month: the network of any preset with what it inherits, and what a month hands on."""

from __future__ import annotations

from collections.abc import Sequence

from graph.openrank.community_network import community_network
from graph.openrank.global_network import after_month, global_network
from graph.openrank.networks import Network, Values
from graph.openrank.pairs import Pairs
from graph.openrank.presets import CommunityPreset, GlobalPreset, Preset


def network(preset: Preset, pairs: Pairs, inherited: Sequence[Values]) -> Network:
    """The month's network. `inherited` is what the month before handed on: see `hand_on`; empty for a first month."""
    if isinstance(preset, GlobalPreset):
        return global_network(preset, pairs, inherited[0] if inherited else {})
    return community_network(preset, pairs, inherited)


def hand_on(preset: Preset, values: Values, inherited: Sequence[Values]) -> tuple[Values, ...]:
    """What a month hands on to the next, from its published values and from what it inherited itself.

    A global preset hands on one set of values, in which those of idle nodes have decayed; the community preset
    hands on the published values of its last months, the newest first.
    """
    if isinstance(preset, CommunityPreset):
        return (values, *inherited[: preset.months - 1])
    return (after_month(preset, values, inherited[0] if inherited else {}),)


def idle(preset: Preset, values: Values, inherited: Sequence[Values]) -> Values:
    """The decayed values of the nodes that were not active in the month."""
    if isinstance(preset, CommunityPreset):
        return {}
    after = hand_on(preset, values, inherited)[0]
    return {
        kind: {key: left for key, left in of.items() if key not in values.get(kind, {})} for kind, of in after.items()
    }

"""Which of several names a repository or an account bears, where OpenDigger lists its id under more than one. Pure."""

from __future__ import annotations

from collections.abc import Mapping

_BEFORE = "incubator-"
"""Apache's projects drop this when they leave the incubator."""


def present(weights: Mapping[str, float]) -> tuple[str, tuple[str, ...]]:
    """The name of the greatest weight, and the others as former names; names that differ in case alone are one.

    OpenDigger does not say which name is the present one. Among equals one without `incubator-` is taken, then one
    with an owner, then the first by alphabet; a source that knows the id's present name corrects the node.
    """
    spellings: dict[str, dict[str, float]] = {}
    for name, weight in weights.items():
        spellings.setdefault(name.lower(), {})[name] = weight
    ranked = sorted(
        spellings, key=lambda name: (-sum(spellings[name].values()), _BEFORE in name, "/" not in name, name)
    )
    shown = [min(spellings[name], key=lambda one: (-spellings[name][one], one)) for name in ranked]
    return shown[0], tuple(sorted(shown[1:]))

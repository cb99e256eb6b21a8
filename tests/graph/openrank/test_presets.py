"""The definitions: named, complete, and no two of one fingerprint."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from graph import schema
from graph.errors import NotFoundError
from graph.openrank.presets import COMMUNITY, GLOBAL_2023_DOCS, GLOBAL_2026, PRESETS, fingerprint, preset


def test_a_preset_is_found_by_its_name() -> None:
    assert [preset(name) for name in ("global-2026", "global-2023-docs", "community")] == [
        GLOBAL_2026,
        GLOBAL_2023_DOCS,
        COMMUNITY,
    ]


def test_an_unknown_name_is_told_those_there_are() -> None:
    with pytest.raises(NotFoundError, match="no OpenRank preset openrank; there are global-2026, global-2023-docs"):
        preset("openrank")


def test_parameters_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        GLOBAL_2026.passed_on = 1.0  # type: ignore[misc]


def test_any_other_parameter_is_another_fingerprint() -> None:
    others = [GLOBAL_2026, replace(GLOBAL_2026, version=2), replace(GLOBAL_2026, dropped=0.02), *PRESETS.values()]
    assert len({fingerprint(of) for of in others}) == len(PRESETS) + 2


def test_a_fingerprint_is_the_same_everywhere() -> None:
    assert fingerprint(GLOBAL_2026) == fingerprint(replace(GLOBAL_2026))
    assert len(fingerprint(COMMUNITY)) == 16


@pytest.mark.parametrize("name", ["global-2026", "global-2023-docs"])
def test_a_global_preset_weighs_counts_that_contributions_have(name: str) -> None:
    known = {prop.name for prop in schema.EDGES["CONTRIBUTED_TO"].props}
    assert {activity for activity, _ in preset(name).weights} <= known

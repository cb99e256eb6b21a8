"""What a service still allows, as its answers tell."""

from __future__ import annotations

import httpx
import pytest

from ingest.web.limits import CORE, Limit, Limits

TOLD = {"x-ratelimit-limit": "5000", "x-ratelimit-remaining": "12", "x-ratelimit-reset": "1000"}


def test_headers_tell_the_limit_of_their_kind() -> None:
    limits = Limits()
    limits.learn(httpx.Response(200, headers=TOLD))
    limits.learn(httpx.Response(200, headers={**TOLD, "x-ratelimit-resource": "search"}))
    assert limits.of() == limits.of("search") == Limit(5000, 12, 1000.0)
    assert limits.of("graphql") is None


@pytest.mark.parametrize("name", ["x-ratelimit-limit", "x-ratelimit-remaining"])
@pytest.mark.parametrize("value", ["", "many", "-1"])
def test_headers_that_tell_nothing_change_nothing(name: str, value: str) -> None:
    limits = Limits()
    limits.learn(httpx.Response(200, headers={**TOLD, name: value}))
    assert limits.of() is None


def test_a_limit_that_is_used_up_waits_for_its_reset() -> None:
    assert Limit(60, 0, 1000.0).wait(900.0) == 100
    assert Limit(60, 0, 1000.0).wait(1100.0) == 0
    assert Limit(60, 1, 1000.0).wait(900.0) == 0


def test_a_service_that_wants_no_call_closes_all_kinds_and_never_earlier_than_it_said() -> None:
    limits = Limits()
    limits.close_for(60, now=100.0)
    limits.close_for(10, now=100.0)
    assert (limits.wait(CORE, 100.0), limits.wait("search", 130.0), limits.wait(CORE, 200.0)) == (60, 30, 0)

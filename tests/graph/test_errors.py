"""The error tree: one status and one exit code each, and messages that name the place."""

from __future__ import annotations

import re

import pytest

from graph import errors
from graph.errors import AtlasError, BadRowError, RateLimitedError

TREE = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, AtlasError)]


@pytest.mark.parametrize("kind", TREE, ids=lambda kind: kind.__name__)
def test_the_drawing_at_the_top_says_what_the_class_does(kind: type[AtlasError]) -> None:
    assert re.search(rf"{kind.__name__} +{kind.status} / {kind.exit_code} ", errors.__doc__ or "")
    assert kind.title
    assert kind.__doc__


def test_a_refused_row_names_its_place_and_what_was_expected() -> None:
    error = BadRowError("table.csv", 12, "month", "'Mai'", "a month such as 2025-04")
    assert str(error) == "table.csv:12: month: found 'Mai', expected a month such as 2025-04"
    assert (error.file, error.line, error.field) == ("table.csv", 12, "month")


def test_a_source_that_asks_us_to_wait_says_how_long() -> None:
    error = RateLimitedError("GitHub", 61.7)
    assert (str(error), error.retry_after) == ("GitHub allows no more calls for 62 s", 61.7)


def test_a_hint_says_what_to_do_next() -> None:
    assert AtlasError("broken", hint="mend it").hint == "mend it"
    assert AtlasError("broken").hint == ""

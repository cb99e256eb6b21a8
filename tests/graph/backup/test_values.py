"""Values that JSON does not know, to text and back; `test_restore.py` takes them through Neo4j."""

from __future__ import annotations

import json

import pytest
from neo4j.spatial import CartesianPoint, Point, WGS84Point
from neo4j.time import Date, DateTime, Duration, Time

from graph.backup.values import from_json, to_json
from graph.errors import BadInputError


@pytest.mark.parametrize(
    "value",
    [
        1, 1.0, True, "text", [], ["a"], [1, 2], b"\x00\xff",
        Date(2025, 4, 1), [Date(2025, 4, 1)], Time(10, 11, 12, 123456789), DateTime(2025, 4, 1, 10, 11, 12, 1),
        Duration(months=-1, days=2, seconds=3, nanoseconds=4), CartesianPoint((1, 2)), WGS84Point((1, 2, 3)),
    ],
)  # fmt: skip
def test_a_value_comes_back_as_it_was(value: object) -> None:
    back = from_json(json.loads(json.dumps(to_json(value))))
    assert as_tuple(back) == as_tuple(value)


def as_tuple(value: object) -> object:
    """A point comes back as one of the driver's general class."""
    return (value.srid, *value) if isinstance(value, Point) else value


def test_a_kind_that_is_not_known_is_named() -> None:
    with pytest.raises(BadInputError, match="a property is a complex, which a snapshot cannot hold"):
        to_json(1j)
    with pytest.raises(BadInputError, match="a property is a Vector, which this ossatlas does not know"):
        from_json({"Vector": [1]})

"""Types of parameters, and text into values."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.values import NAMES, SIMPLE, read_type


@pytest.mark.parametrize("text", [*SIMPLE, "any|all", "list[int]", "list[repository]", "list[a|b-c|d.e]"])
def test_a_type_reads_and_writes_alike(text: str) -> None:
    assert str(read_type(text)) == text


@pytest.mark.parametrize("text", ["", "integer", "list[]", "list[int", "int]", "a|", "|a", "list", "list[list[int]]"])
def test_what_is_no_type_is_none(text: str) -> None:
    assert read_type(text) is None


def test_names_know_the_label_that_they_mean() -> None:
    assert NAMES["repository"] == "Repository"
    assert [kind.label for kind in map(read_type, ("repository", "int")) if kind] == ["Repository", None]


READ = [
    ("str", " a b ", "a b"),
    ("int", "42", 42),
    ("int", "-7", -7),
    ("int", 3, 3),
    ("float", "1e3", 1000.0),
    ("float", 2, 2.0),
    ("bool", "TRUE", True),
    ("bool", "no", False),
    ("bool", "0", False),
    ("bool", True, True),
    ("month", "2025-04", "2025-04"),
    ("period", "2025-04", "2025-04"),
    ("period", "2025-02..2025-08", "2025-02..2025-08"),
    ("date", "2025", "2025"),
    ("date", "2025-04", "2025-04"),
    ("date", "2024-02-29", "2024-02-29"),
    ("date", date(2025, 4, 1), "2025-04-01"),
    ("any|all", "ANY", "any"),
    ("repository", " vllm-project/vllm ", "vllm-project/vllm"),
]


@pytest.mark.parametrize(("kind", "raw", "value"), READ)
def test_a_value_is_read(kind: str, raw: object, value: object) -> None:
    read = read_type(kind)
    assert read is not None
    assert read.read(raw) == value
    assert type(read.read(raw)) is type(value)


REFUSED = [
    ("str", 5),
    ("str", "a\0b"),
    ("int", "4.0"),
    ("int", "four"),
    ("int", True),
    ("int", 2**63),
    ("int", "99999999999999999999"),
    ("int", "٣"),
    ("float", "nan"),
    ("float", "inf"),
    ("float", False),
    ("float", "x"),
    ("bool", "maybe"),
    ("bool", 1),
    ("month", "2025-13"),
    ("month", "2025-4"),
    ("month", "2025-04-01"),
    ("period", "2025-08..2025-02"),
    ("period", "2025-02.."),
    ("period", "2025"),
    ("date", "2025-02-30"),
    ("date", "01.02.2025"),
    ("date", "20250401"),
    ("any|all", "some"),
    ("developer", 7),
]


@pytest.mark.parametrize(("kind", "raw"), REFUSED)
def test_another_kind_of_value_is_refused(kind: str, raw: object) -> None:
    read = read_type(kind)
    assert read is not None
    with pytest.raises(ValueError):  # noqa: PT011 - the words are the parameter's, tested there
        read.read(raw)


@given(st.integers(-(2**63), 2**63 - 1))
def test_every_integer_of_neo4j_comes_back_from_its_text(value: int) -> None:
    kind = read_type("int")
    assert kind is not None
    assert kind.read(str(value)) == kind.read(value) == value


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_finite_number_comes_back_from_its_text(value: float) -> None:
    kind = read_type("float")
    assert kind is not None
    assert kind.read(repr(value)) == value


@given(st.dates())
def test_every_day_and_month_comes_back_from_its_text(value: date) -> None:
    day, month = read_type("date"), read_type("month")
    assert day is not None
    assert month is not None
    assert day.read(value.isoformat()) == value.isoformat()
    assert month.read(value.isoformat()[:7]) == value.isoformat()[:7]

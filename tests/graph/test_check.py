"""What a record has to keep to."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import schema
from graph.check import check, claimed, known
from graph.errors import AtlasError, BadRowError
from graph.keys import coded, developer, named, repository
from graph.model import EdgeRecord, NodeRecord, Value
from tests.graph.worlds import at, person, project, work

LONG = "x" * 501


def test_good_records_pass() -> None:
    check(work(person("ann", 5), project("o/a", 7, language="Go"), commits=3, activity=1.5))


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("language", 7, "text"),
        ("language", "\ud800", "text"),
        ("github_id", 2**63, "a whole number"),
        ("github_id", True, "a whole number"),
        ("github_id", 1.0, "a whole number"),
        ("openrank_12m_sum", math.nan, "a finite number"),
        ("openrank_12m_sum", math.inf, "a finite number"),
        ("openrank_12m_sum", 10**400, "a finite number"),
        ("openrank_12m_sum", False, "a finite number"),
        ("former_names", ["a", ""], "a list of texts"),
        ("former_names", "a", "a list of texts"),
        ("created_at", "2025-02-30", "a date such as 2025, 2025-04 or 2025-04-12"),
        ("created_at", "25-02", "a date such as 2025, 2025-04 or 2025-04-12"),
        ("created_at", "٢٠٢٥", "a date such as 2025, 2025-04 or 2025-04-12"),
        ("platform", "", "text"),
    ],
)
def test_a_value_of_another_kind_is_refused_with_what_was_expected(name: str, value: Value, expected: str) -> None:
    record = project("o/a", where=at(12), **{name: value})  # type: ignore[arg-type]
    with pytest.raises(BadRowError) as caught:
        check(record)
    found = (caught.value.file, caught.value.line, caught.value.field, caught.value.expected)
    assert found == ("table.csv", 12, f"Repository.{name}", expected)


@pytest.mark.parametrize("period", ["2025-13", "2025-08..2025-02", "2025", "2025-02..", "", None])
def test_a_period_is_a_month_or_a_span_and_never_missing(period: str | None) -> None:
    with pytest.raises(BadRowError, match=r"CONTRIBUTED_TO.period"):
        check(work(person("ann"), project("o/a"), period=period))  # type: ignore[arg-type]


@pytest.mark.parametrize("date", ["2025", "2025-04", "2024-02-29"])
def test_a_date_is_as_precise_as_its_source(date: str) -> None:
    check(project("o/a", created_at=date))


@pytest.mark.parametrize(
    "ref",
    [
        repository("o/a|b"),
        repository(f"o/{LONG}"),
        repository(""),
        repository("123"),
        repository("o/a", former=("456",)),
        developer(""),
        developer(" @ "),
        coded("Month", ""),
        repository("o/\ud800"),
    ],
)
def test_a_key_that_would_break_others_is_refused(ref: object) -> None:
    with pytest.raises(BadRowError, match=r"\.key: found"):
        check(NodeRecord(ref, {"name": "o/a", "platform": "github"}, at(1)))  # type: ignore[arg-type]


def test_a_login_may_be_digits_alone() -> None:
    check(person("123"))


def test_an_indexed_text_has_a_length_that_the_index_takes() -> None:
    with pytest.raises(BadRowError, match="found 501 characters, expected text of up to 500 characters"):
        check(NodeRecord(named("Topic", "x"), {"name": LONG}, at(1)))
    check(project("o/a", language="x" * 100_000))


def test_what_joins_a_key_may_not_hold_its_mark() -> None:
    with pytest.raises(BadRowError, match=r"CONTRIBUTED_TO.source: found 'a\|b'"):
        check(work(person("ann"), project("o/a"), source="a|b"))


def test_the_ends_of_an_edge_are_checked_too() -> None:
    with pytest.raises(BadRowError, match=r"Repository.name: found nothing"):
        check(work(person("ann"), NodeRecord(repository("o/a"), {"platform": "github"}, at(1))))


@pytest.mark.parametrize(
    "record",
    [
        NodeRecord(named("Planet", "x"), {"name": "x"}, at(1)),
        NodeRecord(repository("o/a"), {"name": "o/a", "platform": "github", "pagerank": 0.5}, at(1)),
        EdgeRecord("SHARES_DEVELOPERS", project("o/a"), project("o/b"), {"developers": 1}, at(1)),
        EdgeRecord("LIKES", project("o/a"), project("o/b"), {}, at(1)),
        EdgeRecord("CONTRIBUTED_TO", project("o/a"), person("ann"), {}, at(1)),
    ],
)
def test_a_label_type_or_property_that_loads_may_not_write_is_a_defect(record: NodeRecord | EdgeRecord) -> None:
    with pytest.raises(AtlasError) as caught:
        check(record)
    assert not isinstance(caught.value, BadRowError)


def test_a_node_that_was_found_good_is_not_looked_at_again() -> None:
    node, seen = project("o/a"), dict[int, NodeRecord]()
    check(work(person("ann"), node), seen)
    assert node in seen.values()


def test_a_node_that_was_refused_is_looked_at_again() -> None:
    node, seen = project("o/a", language=7), dict[int, NodeRecord]()
    for _ in range(2):
        with pytest.raises(BadRowError):
            check(node, seen)


def test_unknown_values_are_left_out_but_zero_and_false_are_known() -> None:
    assert known({"a": None, "b": "", "c": [], "d": 0, "e": False}) == {"d": 0, "e": False}


def test_claims_have_one_form() -> None:
    form = claimed("Repository", {"openrank_12m_sum": 3, "former_names": ["b", "a", "b"], "language": None})
    assert form == {"openrank_12m_sum": 3.0, "former_names": ["a", "b"]}
    assert isinstance(form["openrank_12m_sum"], float)
    assert str(claimed("Repository", {"openrank_12m_sum": -0.0})["openrank_12m_sum"]) == "0.0"


ANYTHING = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.text()))
LOADED = [prop.name for prop in schema.NODES["Repository"].props if not prop.derived]


@given(st.sampled_from(LOADED), ANYTHING)
def test_any_value_passes_or_is_refused_with_its_field(name: str, value: Value) -> None:
    record = project("o/a")
    field = ""
    try:
        check(NodeRecord(record.ref, {**record.props, name: value}, record.where))
    except BadRowError as error:
        field = error.field
    assert field in ("", f"Repository.{name}")

"""What a profile states, as written and as read."""

from __future__ import annotations

import pytest

from graph import edge_kinds as edges
from graph.check import check
from graph.model import EdgeRecord, Where
from ingest import records
from ingest.identity import Identities
from ingest.nodes import Nodes
from ingest.profiles import NOT_STATED, Stated, profile_records, without_addresses

WHERE = Where("profiles", 1)
NODES = Nodes(Identities.load())


def told(stated: Stated) -> dict[str, EdgeRecord]:
    """The records of a profile by type; one of each."""
    who, by = records.developer("ann", WHERE), records.snapshot("github:profiles:0", WHERE)
    found = [r for r in profile_records(who, stated, NODES, "github", by, WHERE) if isinstance(r, EdgeRecord)]
    for record in found:
        check(record)
    return {record.type: record for record in found}


def test_employer_and_place_are_read_and_their_words_kept() -> None:
    found = told(Stated("@alibaba", "Hangzhou, China"))
    at = found[edges.AFFILIATED_WITH.type]
    assert (at.end.props["name"], at.props["raw"], at.props["rank"]) == ("Alibaba", "@alibaba", records.RANK_STATED)
    assert found[edges.LOCATED_IN.type].end.props["code"] == "CN"
    assert found[edges.STATED.type].props["company"] == "@alibaba"


def test_what_cannot_be_read_stays_visible_with_its_reason() -> None:
    found = told(Stated("", "CA"))
    assert set(found) == {edges.STATED.type}
    words = found[edges.STATED.type].props
    assert words["company_reason"] == NOT_STATED
    assert words["location_reason"]
    assert words["location_candidates"]


def test_what_was_not_asked_for_has_no_reason() -> None:
    words = told(Stated(None, ""))[edges.STATED.type].props
    assert "company_reason" not in words
    assert words["location_reason"] == NOT_STATED


def test_a_profile_of_a_day_of_its_own_is_dated_by_it_and_another_is_not() -> None:
    own, other = told(Stated("@alibaba", "", "2025-01-02")), told(Stated("@alibaba", ""))
    for kind in (edges.AFFILIATED_WITH.type, edges.STATED.type):
        assert own[kind].props["read_on"] == "2025-01-02"
        assert "read_on" not in other[kind].props


@pytest.mark.parametrize(
    ("text", "left"),
    [("Acme, ann@mail.example", "Acme,"), ("ann@mail.example", ""), ("@alibaba", "@alibaba"), ("a @b c", "a @b c")],
)
def test_mail_addresses_are_cut_out_and_handles_are_not(text: str, left: str) -> None:
    assert without_addresses(text) == left

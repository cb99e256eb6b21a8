from __future__ import annotations

import pytest

from graph.errors import BadRowError
from tests.ingest.sources.tables.reading import context, edges, name, records_of


def test_a_row_of_totals_stands_for_the_tables_period() -> None:
    (made,) = records_of("contributors", developer="LyricZhao", repo_name="deepseek-ai/DeepEP", merged_prs="12")
    assert made.type == "CONTRIBUTED_TO"  # type: ignore[union-attr]
    assert made.props == {"period": "2025-02..2025-08", "source": "src", "merged_prs": 12}


def test_a_months_row_stands_for_its_month_and_a_periods_for_its_period() -> None:
    (by_month,) = records_of("contributors", login="ann", repo="a/b", month="2025-04", commits="3", reviews="")
    (by_span,) = records_of("contributors", login="ann", repo="a/b", period="2025-01..2025-03", commits="3")
    assert by_month.props == {"period": "2025-04", "source": "src", "commits": 3}
    assert by_span.props["period"] == "2025-01..2025-03"


def test_an_empty_count_is_unknown_and_a_zero_is_a_zero() -> None:
    (made,) = records_of("contributors", login="ann", repo="a/b", month="2025-04", commits="0", reviews="")
    assert made.props["commits"] == 0
    assert "reviews" not in made.props


def test_activity_may_be_broken_and_counts_may_not() -> None:
    (made,) = records_of("contributors", login="ann", repo="a/b", month="2025-04", activity="2.75")
    assert made.props["activity"] == 2.75
    with pytest.raises(BadRowError):
        records_of("contributors", login="ann", repo="a/b", month="2025-04", commits="2.75")


def test_two_employers_and_several_cities_are_several_edges() -> None:
    found = records_of(
        "contributors",
        login="haochengxia",
        repo="a/b",
        merged_prs="1",
        company="UIUC; ZJU",
        location="Champaign; Hangzhou",
    )
    at, placed = edges(found, "AFFILIATED_WITH"), edges(found, "LOCATED_IN")
    assert [name(edge.end) for edge in at] == ["University of Illinois Urbana-Champaign", "Zhejiang University"]
    assert {edge.end.ref.key for edge in placed} == {"US", "CN"}
    assert {edge.props["raw"] for edge in at} == {"UIUC; ZJU"}
    assert all(edge.props["rank"] == 2 for edge in at)


def test_what_is_not_stated_is_kept_as_not_stated() -> None:
    found = records_of("contributors", login="ann", repo="a/b", merged_prs="1", company="", location="")
    (stated,) = edges(found, "STATED")
    assert stated.props == {"source": "src", "company_reason": "not stated", "location_reason": "not stated"}
    assert edges(found, "AFFILIATED_WITH") == edges(found, "LOCATED_IN") == []


def test_what_is_stated_and_not_understood_is_kept_with_the_reason() -> None:
    found = records_of(
        "contributors", login="ann", repo="a/b", merged_prs="1", company="(seriously this is the name)", location="CA"
    )
    (stated,) = edges(found, "STATED")
    assert stated.props["company"] == "(seriously this is the name)"
    assert stated.props["company_reason"]
    assert stated.props["location_candidates"] == ["CA", "US"]


def test_what_is_understood_has_no_reason() -> None:
    found = records_of("contributors", login="ann", repo="a/b", merged_prs="1", company="@NVIDIA", location="北京")
    (stated,) = edges(found, "STATED")
    assert stated.props == {"source": "src", "company": "@NVIDIA", "location": "北京"}


def test_a_table_without_companies_and_places_states_nothing() -> None:
    assert edges(records_of("contributors", login="ann", repo="a/b", merged_prs="1"), "STATED") == []


def test_a_corrected_employer_is_certain_and_first() -> None:
    (at,) = records_of(
        "corrections", developer="wangfakang", field="organization", table_says="Alibaba", article_says="Ant Group"
    )
    assert at.props == {"source": "src", "rank": 1, "confidence": 1.0, "raw": "Ant Group"}
    assert name(at.end) == "Ant Group"  # type: ignore[union-attr]


def test_a_corrected_count_stands_in_its_repository() -> None:
    (made,) = records_of(
        "corrections", developer="alpha-baby", field="merged_prs in deepseek-ai/DeepEP", article_says="3"
    )
    assert made.props == {"period": "2025-02..2025-08", "source": "src", "merged_prs": 3}


@pytest.mark.parametrize("field", ["merged_prs in DeepEP", "mood in a/b", "merged_prs"])
def test_a_correction_of_something_else_is_refused(field: str) -> None:
    with pytest.raises((BadRowError, ValueError)) as caught:
        records_of("corrections", developer="ann", field=field, value="3")
    assert isinstance(caught.value, BadRowError)


def test_bots_are_flagged_where_they_contribute() -> None:
    (made,) = records_of("contributors", context(), login="renovate[bot]", repo="a/b", merged_prs="1")
    assert made.start.props["bot"] is True  # type: ignore[union-attr]

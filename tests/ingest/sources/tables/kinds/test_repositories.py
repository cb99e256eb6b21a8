from __future__ import annotations

import pytest

from graph.errors import BadRowError
from tests.ingest.sources.tables.reading import context, edges, name, nodes, records_of


def test_facts_stand_on_the_node_with_the_precision_of_their_source() -> None:
    found = records_of(
        "repositories", repo="a/b", created="2023-04", last_commit_year="2024", language="C++", github_id="5", tier="x"
    )
    (what,) = nodes(found, "Repository")
    assert what.ref.keys == ("github:5", "github:a/b")
    assert what.props == {
        "name": "a/b", "platform": "github", "github_id": 5, "created_at": "2023-04", "last_commit_at": "2024",
        "language": "C++", "stack_tier": "x",
    }  # fmt: skip


def test_former_names_are_kept_and_lead_to_the_same_node() -> None:
    (what,) = nodes(records_of("repositories", repository="a2aproject/A2A", former_name="google/A2A"), "Repository")
    assert what.ref.former == ("github:google/a2a",)
    assert what.props["former_names"] == ["google/A2A"]


def test_measures_stand_at_the_month_of_their_period() -> None:
    about = context(period="2025-04", periods={"openrank": "2025-01..2025-04"}, presets={"openrank": "opendigger"})
    rank, stars, people = edges(
        records_of("repositories", about, repo="a/b", openrank="927", stars="89600", community="2143"), "MEASURED"
    )
    assert (rank.end.ref.key, rank.props["period"], rank.props["preset"]) == (
        "2025-04",
        "2025-01..2025-04",
        "opendigger",
    )
    assert (stars.props["metric"], stars.props["value"], stars.props["preset"]) == ("stars", 89600.0, "published")
    assert (people.props["metric"], people.props["period"]) == ("participants", "2025-04")


def test_measures_without_a_period_stand_at_the_day_of_the_data() -> None:
    (stars,) = edges(records_of("repositories", context(period=""), repo="a/b", stars="1.2k"), "MEASURED")
    assert (stars.props["period"], stars.props["value"]) == ("2025-08", 1200.0)


def test_the_same_name_under_two_parents_is_two_domains() -> None:
    about = context(taxonomy="tree")
    one = records_of(
        "classifications", about, repository="a/b", layer="App", section="", domain="Agent", subdomain="SDK"
    )
    two = records_of(
        "classifications", about, repository="a/c", layer="Infra", section="", domain="Data", subdomain="SDK"
    )
    (first,), (second,) = edges(one, "IN_DOMAIN"), edges(two, "IN_DOMAIN")
    assert (first.end.ref.key, second.end.ref.key) == ("tree/app/agent/sdk", "tree/infra/data/sdk")
    assert name(first.end) == name(second.end) == "SDK"
    upwards = [(name(edge.start), name(edge.end)) for edge in edges(one, "PART_OF")]
    assert upwards == [("Agent", "App"), ("SDK", "Agent")]


def test_a_category_is_a_flat_list_at_the_level_of_the_mapping() -> None:
    (filed,) = edges(
        records_of("repositories", context(taxonomy="stack", level="layer"), repo="a/b", stack_layer="Training"),
        "IN_DOMAIN",
    )
    assert filed.end.props == {"name": "Training", "taxonomy": "stack", "level": "layer"}


def test_founders_are_read_as_organizations() -> None:
    found = records_of("repositories", repo="a/b", organization="Airbyte Inc")
    assert [name(edge.end) for edge in edges(found, "FOUNDED_BY")] == ["Airbyte"]
    assert edges(records_of("repositories", repo="a/b", organization=""), "FOUNDED_BY") == []


def test_maintainers_stand_in_order_and_the_first_with_the_employer() -> None:
    found = records_of(
        "repositories",
        repo="a/b",
        maintainer="LyricZhao",
        second_maintainer="sphish",
        maintainer_organization="DeepSeek",
    )
    assert [(name(edge.start), edge.props["order"]) for edge in edges(found, "MAINTAINS")] == [
        ("LyricZhao", 1),
        ("sphish", 2),
    ]
    (at,) = edges(found, "AFFILIATED_WITH")
    assert (name(at.start), name(at.end), at.props["rank"]) == ("LyricZhao", "DeepSeek", 2)


def test_techniques_and_what_it_is_built_on_are_lists_and_a_note_goes_where_it_belongs() -> None:
    cells = {"technique": "LoRA;QLoRA", "builds_on": "c/d;e/f"}
    found = records_of("repositories", repo="a/b", **cells, note="builds_on is general knowledge")
    assert [name(edge.end) for edge in edges(found, "USES_TECHNIQUE")] == ["LoRA", "QLoRA"]
    assert [name(edge.end) for edge in edges(found, "BUILT_ON")] == ["c/d", "e/f"]
    assert {edge.props.get("note") for edge in edges(found, "BUILT_ON")} == {"builds_on is general knowledge"}
    assert {edge.props.get("note") for edge in edges(found, "USES_TECHNIQUE")} == {None}
    for edge in edges(records_of("repositories", repo="a/b", **cells, note="by hand"), "USES_TECHNIQUE"):
        assert edge.props["note"] == "by hand"


def test_a_project_without_a_repository_is_a_product() -> None:
    about = context(subjects={"FineWeb": "dataset"}, taxonomy="stack")
    found = records_of("repositories", about, project="FineWeb", repository="", stack_layer="Open Data", technique="")
    assert nodes(found, "Product")[0].props == {"name": "FineWeb", "kind": "dataset"}
    assert edges(found, "IN_DOMAIN")[0].start.ref.label == "Product"


def test_a_row_without_repository_and_project_is_refused() -> None:
    with pytest.raises(BadRowError, match="repository: found nothing"):
        records_of("repositories", repository="", stars="3")

"""One label."""

from __future__ import annotations

import pytest

from graph.errors import BadRowError
from ingest.sources.opendigger.labels.label import Label, read_label


def label(told: object, path: str = "companies/acme") -> Label:
    return read_label(path, f"{path}.yml", told)


def test_names_type_and_children_are_read() -> None:
    told = {
        "name": "Acme  Inc", "name_zh": "顶点", "type": "Company", "description": "never kept",
        "data": {"labels": ["anvil", ":projects/rocket", "../bolt", "anvil"]},
    }  # fmt: skip
    found = label(told)
    assert (found.name, found.name_zh, found.level) == ("Acme Inc", "顶点", "company")
    assert found.children == ("companies/acme/anvil", "projects/rocket", "companies/bolt")
    assert "never kept" not in repr(found)


def test_entries_of_all_platforms_are_read_and_bad_ones_put_aside() -> None:
    platforms = [
        {"name": "GitHub", "repos": [{"id": 1, "name": "a/b"}, {"id": 0, "name": "c/d"}]},
        {"name": "Gitee", "orgs": [{"id": 1, "name": "acme"}]},
    ]
    found = label({"name": "Acme", "data": {"platforms": platforms}})
    assert [(entry.platform, entry.kind, entry.name, entry.line) for entry in found.entries] == [
        ("github", "repos", "a/b", 2),
        ("gitee", "orgs", "acme", 4),
    ]
    assert [entry.name for entry in found.of("orgs")] == ["acme"]
    assert [str(refusal) for refusal in found.refused] == [
        "companies/acme.yml:3: repos.id: found 0, expected a whole number, 1 or more"
    ]


def test_a_label_without_type_or_data_is_one() -> None:
    found = label({"name": "COSS"})
    assert (found.level, found.entries, found.children) == ("label", (), ())


def test_a_name_or_a_reference_of_digits_is_text() -> None:
    found = label({"name": 360, "data": {"labels": [360]}})
    assert (found.name, found.children) == ("360", ("companies/acme/360",))


@pytest.mark.parametrize(
    ("meta", "country"), [({"alpha2": "CN"}, "CN"), ({"alpha2": "AD-02"}, ""), ({"alpha2": False}, ""), (3, "")]
)
def test_a_place_has_the_code_of_its_country(meta: object, country: str) -> None:
    assert label({"name": "China", "type": "Division-0", "meta": meta}).country == country


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (None, "label: found nothing, expected an object with name and type"),
        ([1], "label: found a list, expected an object with name and type"),
        ({}, "name: found nothing, expected text"),
        (
            {"name": False},
            "name: found false, expected text, in quotation marks where YAML would read it as something else",
        ),
        ({"name": " "}, "name: found ' ', expected text"),
        ({"name": "A", "type": ["Company"]}, "type: found a list, expected text"),
        ({"name": "A", "name_zh": {"a": 1}}, "name_zh: found an object, expected text"),
        ({"name": "A", "data": []}, "data: found a list, expected an object with labels and platforms"),
        ({"name": "A", "data": {"plattforms": []}}, "data: found 'plattforms', expected labels or platforms"),
        ({"name": "A", "data": {"labels": "b"}}, "data.labels: found 'b', expected a list"),
        ({"name": "A", "data": {"labels": [None]}}, "data.labels[0]: found nothing, expected a label's path"),
        ({"name": "A", "data": {"platforms": {"name": "GitHub"}}}, "data.platforms: found an object, expected a list"),
    ],
)
def test_what_is_no_label_is_refused_by_its_field(told: object, said: str) -> None:
    with pytest.raises(BadRowError) as caught:
        label(told)
    assert str(caught.value).startswith(f"companies/acme.yml:1: {said}")
    assert "\n" not in str(caught.value)

from __future__ import annotations

import pytest

from ingest.aliases import load_aliases
from ingest.institution_names import FIRMS, institution, is_general, needs_place, says_university, variants

LISTS = load_aliases().lists
GENERAL, AROUND = LISTS["general_words"], LISTS["people_words"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("University of Nowhere", "University of Nowhere"),
        ("CS student University of Pisa '24", "University of Pisa"),
        ("PhD candidate Nowhere State University 2025", "Nowhere State University"),
        ("Univ. of Nowhere", "University of Nowhere"),
        ("University of Nowhere (UN)", "University of Nowhere"),
        ("Universidad Nacional de Nada", "Universidad Nacional de Nada"),
        ("某某农林大学", "某某农林大学"),
    ],
)
def test_a_university_is_told_by_its_word_without_who_is_there(text: str, name: str) -> None:
    assert institution(text, GENERAL, AROUND) == (name, "university")


def test_a_foundation_is_told_by_its_word() -> None:
    assert institution("Rust-in-Space Foundation", GENERAL, AROUND) == ("Rust-in-Space Foundation", "foundation")


@pytest.mark.parametrize(
    "text",
    [
        "my university",
        "college student",
        "Engineering college in Pune",
        "community college",
        "the foundation",
        "计算机学院",
        "软件学院",
        "Lincoln High School",
        "Nowhere University Press",
        "College dropout",
        "Universe",
        "Universal Music",
        "",
    ],
)
def test_what_names_no_university_in_particular_is_none(text: str) -> None:
    assert institution(text, GENERAL, AROUND) is None


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("uni bonn", "university of bonn"),
        ("oxford university", "university of oxford"),
        ("university of tsinghua", "tsinghua university"),
        ("technical university of munich", "tu munich"),
        ("technische universitat dresden", "tu dresden"),
    ],
)
def test_a_university_is_looked_for_under_its_other_names(name: str, way: str) -> None:
    assert way in variants(name)


@pytest.mark.parametrize("name", ["washington university", "texas university", "google", "university"])
def test_a_state_of_the_usa_is_not_turned_round(name: str) -> None:
    assert variants(name) == []


def test_a_shared_name_needs_its_place() -> None:
    assert needs_place("National Institute of Technology")
    assert needs_place("University of California")
    assert not needs_place("University of Pisa")


@pytest.mark.parametrize(
    "text", ["Foo Inc.", "Foo, LLC", "Foo GmbH", "Foo Pty Ltd", "某某有限公司", "株式会社某某", "Foo B.V."]
)
def test_a_legal_form_is_seen(text: str) -> None:
    assert FIRMS.search(text)


@pytest.mark.parametrize(
    "text", ["Denver CO", "Adelaide SA", "Calgary AB", "Las Vegas NV", "Incorporate", "Zinc", "Foo"]
)
def test_what_may_be_a_place_or_a_word_is_no_legal_form(text: str) -> None:
    assert not FIRMS.search(text)


def test_general_words_and_universities_are_told() -> None:
    assert is_general("a second university", GENERAL)
    assert not is_general("Nowhere University", GENERAL)
    assert says_university("nowhere university")
    assert not says_university("nowhere")

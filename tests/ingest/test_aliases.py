from __future__ import annotations

from pathlib import Path

import pytest

from ingest.alias_file import read_file
from ingest.aliases import SHIPPED, Aliases, extend, load_aliases
from ingest.folding import fold, squash


def written(folder: Path, text: str) -> Aliases:
    path = folder / "some.yml"
    path.write_text(text, encoding="utf-8")
    return extend(Aliases(), read_file(path))


def shipped_organizations() -> list[tuple[str, list[str], list[str]]]:
    return [
        (row.name, [row.name, *row.aliases], list(row.handles))
        for path in SHIPPED.glob("*.yml")
        for row in read_file(path).organizations
    ]


@pytest.mark.parametrize("which", [1, 2], ids=["spellings", "accounts"])
def test_no_shipped_spelling_and_no_account_means_two_organizations(which: int) -> None:
    means: dict[str, set[str]] = {}
    for row in shipped_organizations():
        for text in row[which]:
            means.setdefault(squash(text) if which == 1 else str(text).lower(), set()).add(row[0])
    assert {text: names for text, names in means.items() if len(names) > 1} == {}


def test_no_shipped_spelling_is_refused_as_no_organization() -> None:
    refused = load_aliases().lists["not_organizations"]
    assert [text for row in shipped_organizations() for text in row[1] if fold(text) in refused] == []


def test_every_shipped_organization_has_a_kind() -> None:
    assert [one.name for one in load_aliases().organizations.values() if one.kind == "unknown"] == []


def test_no_shipped_place_is_also_listed_as_no_place() -> None:
    known = load_aliases()
    placed = {name for codes in known.maps.values() for name in codes}
    assert placed & known.lists["not_places"] == set()


def test_a_name_under_two_codes_is_ambiguous(tmp_path: Path) -> None:
    known = written(tmp_path, "regions: {IN: [Punjab], PK: [punjab]}\n")
    assert known.maps["regions"] == {"punjab": {"IN", "PK"}}


def test_a_later_file_adds_to_an_organization_and_changes_what_it_says(tmp_path: Path) -> None:
    first = written(tmp_path, "organizations: [{name: Acme, kind: company, country: US, aliases: [ACM]}]\n")
    path = tmp_path / "later.yml"
    path.write_text("organizations: [{name: ACME, country: DE, handles: ['@acme-org']}]\n", encoding="utf-8")
    both = extend(first, read_file(path))
    acme = both.named("acm")
    assert acme is not None
    assert (acme.name, acme.kind, acme.country, acme.handles) == ("ACME", "company", "DE", ("acme-org",))
    assert both.owning("Acme-Org") == acme


def test_a_later_file_moves_a_spelling_an_account_and_a_place(tmp_path: Path) -> None:
    first = written(tmp_path, "organizations: [{name: A, handles: [h], aliases: [x]}]\ncities: {US: [Springfield]}\n")
    path = tmp_path / "later.yml"
    path.write_text(
        "organizations: [{name: B, handles: [H], aliases: [X]}]\ncountries: {DE: [springfield]}\n", encoding="utf-8"
    )
    both = extend(first, read_file(path))
    named, owning = both.named("x"), both.owning("h")
    assert named is not None
    assert named == owning
    assert named.name == "B"
    assert both.maps["cities"] == {}
    assert both.maps["countries"] == {"springfield": {"DE"}}


def test_without_a_file_of_the_users_the_shipped_aliases_are_read_once() -> None:
    assert load_aliases() is load_aliases()


def test_the_shipped_files_cover_what_a_study_of_this_field_needs() -> None:
    known = load_aliases()
    kinds = [one.kind for one in known.organizations.values()]
    assert kinds.count("company") >= 200
    assert kinds.count("university") >= 200
    assert len(known.handles) >= 400

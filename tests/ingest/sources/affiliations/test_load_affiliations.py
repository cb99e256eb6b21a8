from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import BadInputError
from graph.model import EdgeRecord
from ingest.source import find_source
from ingest.sources.affiliations import read_affiliations
from tests.ingest.sources.affiliations.reading import EXPORT, LIST, MAP, USERS, bots, desk, opened, stints, taken


def test_the_source_is_found_by_its_name() -> None:
    found = find_source("affiliations")
    assert (found.takes, found.offers) == ("FILE", ("affiliations",))


def test_a_list_of_cncf_gives_each_stint_with_its_dates(tmp_path: Path) -> None:
    (dataset,) = opened(tmp_path, {"list.txt": LIST})
    assert stints(dataset) == [
        ("ann-kay", "Google", None, "2018-03-01", 2),
        ("ann-kay", "Red Hat", "2018-03-01", "2020-06-01", 2),
        ("ann-kay", "Google", "2020-06-01", None, 2),
        ("bob-zed", "Bolt Widgets", "2019-01-01", None, 2),
        ("dana-q", "NVIDIA", None, None, 3),
    ]
    assert (dataset.origin.source, dataset.origin.method, dataset.origin.as_of) == ("cncf", "reference", "2020-06-01")


def test_who_has_no_login_is_counted_and_not_invented(tmp_path: Path) -> None:
    (dataset,) = opened(tmp_path, {"list.txt": LIST})
    assert dataset.origin.gaps == ("1 of 5 entries is without a login and left out",)
    assert not any("carla" in repr(record).lower() for record in taken(dataset))


def test_a_robot_of_the_list_is_a_bot_and_nobodys_employee(tmp_path: Path) -> None:
    (dataset,) = opened(tmp_path, {"list.txt": LIST})
    assert bots(dataset) == {"robo-ci"}


def test_a_map_of_addresses_is_matched_with_the_files_beside_it(tmp_path: Path) -> None:
    listed, mapped = opened(tmp_path, {"list.txt": LIST, "email-map": MAP})
    assert ("bob-zed", "Bolt Widgets", None, "2021-05-01", 2) in stints(mapped)
    assert ("bob-zed", "Intel", None, None, 2) in stints(mapped)
    assert ("eve-io", "Acme Gears", None, None, 2) in stints(mapped)
    assert mapped.origin.gaps == ("1 of 4 entries is without a login and left out",)
    assert listed.origin.source == "cncf"
    assert mapped.origin.source == "gitdm"


def test_alone_a_map_knows_only_githubs_own_addresses(tmp_path: Path) -> None:
    (mapped,) = opened(tmp_path, {"email-map": MAP})
    assert stints(mapped) == [("eve-io", "Acme Gears", None, None, 2)]
    assert mapped.origin.gaps == ("3 of 4 entries are without a login and left out",)


def test_a_map_of_domains_lets_guess_where_nothing_is_stated(tmp_path: Path) -> None:
    text = "kim: kim!lab.cog.example\n\t?\n"
    listed, _ = opened(tmp_path, {"list.txt": text, "domain-map": "cog.example Cog Works\n"}, as_of="2024-12-31")
    assert stints(listed) == [("kim", "Cog Works", None, None, 3)]
    (edge,) = [one for one in taken(listed) if isinstance(one, EdgeRecord)]
    assert edge.props["raw"] == "mail domain cog.example"


def test_an_address_that_two_people_share_tells_of_neither(tmp_path: Path) -> None:
    people = "kim: both!x.example\n\t?\nlou: both!x.example\n\t?\n"
    _, mapped = opened(tmp_path, {"list.txt": people, "map": "both@x.example Acme Gears\n"}, as_of="2024-12-31")
    assert stints(mapped) == []


def test_the_users_of_cncf_give_stints_that_follow_each_other_and_countries(tmp_path: Path) -> None:
    (dataset,) = opened(tmp_path, {"github_users.json": USERS})
    assert stints(dataset) == [
        ("ann-kay", "Google", None, "2018-03-01", 2),
        ("ann-kay", "Red Hat", "2018-03-01", "2020-06-01", 2),
        ("ann-kay", "Google", "2020-06-01", None, 2),
    ]
    places = [one for one in taken(dataset) if isinstance(one, EdgeRecord) and one.type == "LOCATED_IN"]
    assert [(one.start.props["login"], one.end.props["code"], one.props["raw"]) for one in places] == [
        ("ann-kay", "PL", "pl")
    ]


def test_an_export_of_sortinghat_gives_enrollments_countries_and_bots(tmp_path: Path) -> None:
    (dataset,) = opened(tmp_path, {"sh.json": EXPORT})
    assert stints(dataset) == [
        ("hal-9", "Google", None, "2019-05-01", 2),
        ("hal-9", "Acme Gears", "2019-05-01", None, 2),
    ]
    assert bots(dataset) == {"builder"}
    assert (dataset.origin.source, dataset.origin.as_of) == ("sortinghat", "2024-02-03")
    assert dataset.origin.gaps == ("1 of 3 entries is without a login and left out",)


def test_individuals_of_newer_sortinghats_are_read_as_well(tmp_path: Path) -> None:
    text = """{"individuals": [{"mk": "a", "profile": {"isBot": false},
      "identities": [{"source": "github", "username": "kim"}],
      "enrollments": [{"start": "2020-01-01T00:00:00+00:00", "end": "2100-01-01T00:00:00+00:00",
                       "group": {"name": "Acme Gears"}}]}]}"""
    (dataset,) = opened(tmp_path, {"sh.json": text})
    assert stints(dataset) == [("kim", "Acme Gears", "2020-01-01", None, 2)]


@pytest.mark.parametrize("files", [{"list.txt": LIST, "map": MAP}, {"u.json": USERS}, {"sh.json": EXPORT}])
def test_no_mail_address_and_no_name_of_a_person_gets_into_a_record(tmp_path: Path, files: dict[str, str]) -> None:
    for dataset in opened(tmp_path, files):
        everything = f"{taken(dataset)!r} {dataset.origin!r} {dataset.notes!r}"
        assert "@acme" not in everything
        assert "!" not in everything
        assert "Ann Kay" not in everything
        assert "example" not in everything.replace("cog.example", "")


def test_files_of_a_correction_are_corrections(tmp_path: Path) -> None:
    (dataset,) = opened(tmp_path, {"list.txt": LIST}, correction=True)
    assert (dataset.origin.source, dataset.origin.method) == ("corrections", "correction")
    assert {one[4] for one in stints(dataset)} == {1, 3}


def test_the_same_files_give_the_same_key_and_another_neighbour_another(tmp_path: Path) -> None:
    first = [one.origin.key for one in opened(tmp_path, {"list.txt": LIST, "map": MAP})]
    again = [one.origin.key for one in opened(tmp_path, {"map": MAP, "list.txt": LIST})]
    alone = [one.origin.key for one in opened(tmp_path, {"map": MAP})]
    assert first == again[::-1]
    assert alone[0] not in first


def test_a_dataset_can_be_read_again_and_replaces_what_it_told_before(tmp_path: Path) -> None:
    (dataset,) = opened(tmp_path, {"list.txt": LIST})
    assert list(dataset.records) == list(dataset.records)
    assert dataset.replaces
    assert dataset.rows == 5


def test_files_are_known_by_their_whole_names(tmp_path: Path) -> None:
    first, second = opened(tmp_path, {"devs.2024.txt": LIST, "devs.2025.txt": LIST})
    assert (first.origin.dataset, second.origin.dataset) == ("devs.2024.txt", "devs.2025.txt")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "list.txt").write_text(LIST)
    with pytest.raises(BadInputError, match=r"two of the files are called list.txt"):
        list(read_affiliations([str(tmp_path / name / "list.txt") for name in ("one", "two")], desk(tmp_path)))


def test_a_day_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="--as-of is '2025-99-01': expected a day"):
        opened(tmp_path, {"list.txt": LIST}, as_of="2025-99-01")

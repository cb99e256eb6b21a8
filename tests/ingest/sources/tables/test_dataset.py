from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from graph.errors import BadInputError, BadRowError
from graph.model import Record
from tests.ingest.sources.tables.reading import (
    SHARED,
    edges,
    identities,
    name,
    nodes,
    open_dataset,
    refused,
    taken,
    write,
)

TABLE = "login,repository,month,commits\nann,a/b,2025-04,3\nbob,a/b,2025-02,1\n"


def test_the_origin_says_what_was_read(tmp_path: Path) -> None:
    origin = open_dataset(write(tmp_path, "My Table.csv", TABLE)).origin
    assert (origin.source, origin.dataset, origin.title) == ("my-table", "My Table", "My Table.csv")
    assert (origin.method, origin.as_of) == ("totals", "2025-04")
    assert (origin.covers_from, origin.covers_to) == ("2025-02", "2025-04")
    assert len(origin.content_hash) == 64


def test_settings_go_before_what_the_file_tells(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", TABLE)
    origin = open_dataset(
        path, source="mine", method="git", as_of="2025-08-10", title="Mine", address="https://x.org"
    ).origin
    assert (origin.source, origin.method, origin.as_of, origin.title) == ("mine", "git", "2025-08-10", "Mine")


def test_the_hash_follows_the_bytes_and_the_mapping_and_nothing_else(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", TABLE)
    first = open_dataset(path).origin.content_hash
    assert open_dataset(path).origin.content_hash == first
    assert open_dataset(path, source="other").origin.content_hash != first
    assert open_dataset(write(tmp_path, "t.csv", TABLE + "\n")).origin.content_hash != first


def test_a_guess_and_what_was_not_read_is_said(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", "login,repository,month,commits,mood,email\nann,a/b,2025-04,3,good,x@example.org\n")
    assert open_dataset(path).notes == (
        "read as a table of contributors, by its columns",
        "not read, for it is personal: email",
        "columns that are not known and were not read: mood",
    )
    mapping = write(tmp_path, "m.yml", "kind: contributors\nignore: [mood]\n")
    assert open_dataset(path, mapping=mapping).notes == ("not read, for it is personal: email",)


def test_a_mapping_gives_columns_their_meaning(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", "who;where;how many\nann;a/b;3\n")
    mapping = write(
        tmp_path, "m.yml", "period: 2025-01\ncolumns: {who: developer, where: repository, how many: commits}\n"
    )
    (made,) = edges(taken(open_dataset(path, mapping=mapping)), "CONTRIBUTED_TO")
    assert (name(made.start), name(made.end), made.props["commits"], made.props["period"]) == (
        "ann",
        "a/b",
        3,
        "2025-01",
    )


def test_a_kind_whose_columns_are_not_there_is_an_error(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", TABLE)
    with pytest.raises(
        BadInputError, match=r"t\.csv lacks integrates for a table of integrations; its columns are login"
    ):
        open_dataset(path, kind="integrations")


def test_a_row_that_is_refused_gives_no_record_at_all(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", "repo,stars,openrank\na/b,5,high\n")
    dataset = open_dataset(path, as_of="2025-08-10")
    assert [type(item) for item in dataset.records] == [BadRowError]


def test_the_rows_are_counted_before_and_can_be_read_again(tmp_path: Path) -> None:
    dataset = open_dataset(write(tmp_path, "t.csv", TABLE))
    assert dataset.rows == 2
    assert list(dataset.records) == list(dataset.records)


def test_a_table_of_coverage_beside_it_is_part_of_the_dataset(tmp_path: Path) -> None:
    coverage = "repository,status,note,commits_total,head_date\na/b,read,,9,2025-06-01\nc/d,not read,too large,,\n"
    write(tmp_path, "cover.csv", coverage)
    dataset = open_dataset(write(tmp_path, "t.csv", TABLE), method="git", coverage="cover.csv")
    found = taken(dataset)
    (covered,), (gap,) = edges(found, "COVERED_BY"), edges(found, "NOT_COVERED_BY")
    assert (covered.props["covers_from"], covered.props["covers_to"], covered.props["commits_total"]) == (
        "2025-02",
        "2025-06",
        9,
    )
    assert (name(gap.start), gap.props["note"]) == ("c/d", "too large")
    assert dataset.rows == 4


def _texts(items: list[Record]) -> str:
    return " ".join(repr(item) for item in items)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data are not at hand")
def test_the_messy_published_table_is_the_bundled_one_and_holds_no_address_and_no_biography() -> None:
    raw = SHARED / "seed003" / "contributors_table_raw.md"
    dataset = open_dataset(raw, period="2025-02..2025-08")
    found = taken(dataset)
    clean = taken(open_dataset(SHARED / "bundled" / "deepseek_week_contributors.md", period="2025-02..2025-08"))
    assert [item.props for item in edges(found, "CONTRIBUTED_TO")] == [
        {**item.props, "source": "contributors-table-raw"} for item in edges(clean, "CONTRIBUTED_TO")
    ]
    assert len(edges(found, "AFFILIATED_WITH")) == len(edges(clean, "AFFILIATED_WITH"))
    words = _texts(found)
    assert ".com" not in words
    assert "SenseTime" not in words
    assert "Sleep deprived" not in words
    assert "not read, for it is personal: email, bio" in dataset.notes


def test_no_record_and_no_refusal_holds_an_address(tmp_path: Path) -> None:
    table = (
        "login,repository,month,commits,company,location,email\n"
        "ann,a/b,2025-04,3,me@home.example.org,Berlin mail@example.org,a@example.org\n"
        "bob@corp.example.com,a/b,2025-04,3,,,\n"
        "cid,x@example.org,2025-04,3,,,\n"
        "dan,a/b,2025-04,dan@example.org,,,\n"
    )
    path = write(tmp_path, "t.csv", table)
    items = list(open_dataset(path).records)
    assert sum(isinstance(item, BadRowError) for item in items) == 3
    assert not any(address in f"{item!r} {item}" for item in items for address in (".org", ".com"))


def test_gzipped_and_plain_tables_give_the_same_records(tmp_path: Path) -> None:
    plain = open_dataset(write(tmp_path, "t.csv", TABLE), source="s")
    packed = open_dataset(write(tmp_path, "t.csv.gz", gzip.compress(TABLE.encode())), source="s")
    made = [[item.props for item in edges(taken(dataset), "CONTRIBUTED_TO")] for dataset in (plain, packed)]
    assert made[0] == made[1]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data are not at hand")
def test_a_table_of_888_repositories_from_elsewhere_is_read_by_its_columns() -> None:
    dataset = open_dataset(SHARED / "opendigger" / "cloud_landscape_888.csv", as_of="2025-09-01")
    found = taken(dataset)
    assert dataset.rows == 888
    assert len(nodes(found, "Repository")) == len(edges(found, "IN_DOMAIN")) == 888


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data are not at hand")
def test_repositories_of_another_code_host_are_refused_and_not_taken_for_githubs() -> None:
    dataset = open_dataset(SHARED / "opendigger" / "top50000_repos_total_openrank.csv.gz", as_of="2025-09-01")
    lost = refused(dataset)
    assert (dataset.rows, len(lost)) == (50_000, 431)
    assert lost[0].endswith("platform: found Gitee, expected one of github")


def test_the_rules_of_identity_are_asked_and_not_repeated(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", "login,repository,month,commits,company\nbeginIner,a/b,2025-04,3,@NVIDIA\n")
    (at,) = edges(taken(open_dataset(path)), "AFFILIATED_WITH")
    assert name(at.start) == identities().login("beginIner") == "beginlner"
    assert (name(at.end), at.props["raw"]) == ("NVIDIA", "@NVIDIA")

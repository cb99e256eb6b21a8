"""From names to data sets, over a local address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import BadInputError, NotFoundError, SourceError
from ingest.desk import Step
from ingest.sources.opendigger import opening
from ingest.sources.opendigger.opening import Order
from ingest.web import replies
from tests.ingest.sources.opendigger.server import Served, serving
from tests.ingest.sources.opendigger.world import desk, label_folder, measured, nodes, opened, real, statics

LABELS = {
    "companies/acme/index": "name: Acme\ntype: Company\ndata: {labels: [anvil, ':projects/rocket']}",
    "companies/acme/anvil": "name: Anvil\ndata: {platforms: [{name: GitHub, repos: [{id: 1, name: a/b}]}]}",
    "projects/rocket": "name: Rocket\ntype: Project\ndata: {platforms: [{name: Gitee, repos: [{id: 2, name: c/d}]}]}",
}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    folder = statics(
        tmp_path / "served", {"github/a/b/openrank.json": {"2020-08": 1}, "github/a/b/meta.json": {"id": 7}}
    )
    with serving(folder) as running:
        yield running


def test_an_address_of_the_desk_is_asked_and_what_it_has_is_read(served: Served, tmp_path: Path) -> None:
    steps: list[Step] = []
    at = desk(tmp_path, addresses={"opendigger": served.address}, report=steps.append)
    (dataset,) = opened(at, "a/b", metrics=("openrank", "stars"))
    assert measured(dataset) == {("openrank", "opendigger", "2020-08"): 1.0}
    assert sorted(path for path, _ in served.asked) == [
        "github/a/b/meta.json", "github/a/b/openrank.json", "github/a/b/stars.json",
    ]  # fmt: skip
    assert [(step.done, step.total, step.note) for step in steps] == [(1, 1, "github/a/b")]


def test_a_mirror_goes_before_the_address_of_the_desk(served: Served, tmp_path: Path) -> None:
    at = desk(tmp_path, addresses={"opendigger": "http://127.0.0.1:9"})
    (dataset,) = opened(at, "a/b", **{"from": served.address, "metrics": ("openrank",)})
    assert len(measured(dataset)) == 1


def test_a_second_reading_asks_only_whether_something_changed(served: Served, tmp_path: Path) -> None:
    at = desk(tmp_path, addresses={"opendigger": served.address})
    first, second = (opened(at, "a/b", metrics=("openrank",))[0].origin for _ in range(2))
    assert first == second
    assert served.statuses("openrank.json") == [200, 304]


def test_an_address_that_fails_stops_with_one_sentence_and_keeps_what_came(
    served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replies, "FLEETING", frozenset())  # no patience for what another try may mend
    served.instead["github/c/d/openrank.json"] = (500, b"")
    at = desk(tmp_path, addresses={"opendigger": served.address})
    with pytest.raises(SourceError, match=r"OpenDigger: .*/github/c/d/openrank\.json answers 500"):
        opened(at, "a/b", "c/d", metrics=("openrank",))
    assert list((tmp_path / "desk" / "opendigger" / "series").rglob("openrank.json"))


def test_the_real_series_come_over_http_as_from_the_folder(tmp_path: Path) -> None:
    folder = real("static_json")
    names = ("apache/doris", "X-lab2017/open-digger", "no/where")
    with serving(folder) as running:
        over = opened(desk(tmp_path / "web"), *names, **{"from": running.address, "metrics": ("openrank", "stars")})
    read = opened(desk(tmp_path / "disk"), *names, **{"from": str(folder), "metrics": ("openrank", "stars")})
    assert [dataset.origin for dataset in over] == [dataset.origin for dataset in read]
    assert [list(dataset.read()) for dataset in over] == [list(dataset.read()) for dataset in read]


def test_labels_come_file_by_file_with_all_that_they_refer_to(tmp_path: Path) -> None:
    with serving(label_folder(tmp_path / "labels", LABELS)) as running:
        at = desk(tmp_path, addresses={"opendigger": running.address, "opendigger-labels": running.address})
        labels, series = opened(at, ":companies/acme", metrics=("openrank",))
    assert nodes(labels, "Repository").keys() == {"github:1", "gitee:2"}
    assert nodes(labels, "Domain").keys() == {
        "opendigger/companies/acme", "opendigger/companies/acme/anvil", "opendigger/projects/rocket",
    }  # fmt: skip
    assert series.origin.gaps == ("there is no file of companies/acme for openrank",)


def test_a_label_that_is_nowhere_is_not_found(tmp_path: Path) -> None:
    with serving(tmp_path) as running:
        at = desk(tmp_path, addresses={"opendigger-labels": running.address})
        with pytest.raises(NotFoundError, match="there is no label :companies/none at"):
            opened(at, ":companies/none")


def test_a_folder_of_labels_has_no_series(tmp_path: Path) -> None:
    folder = label_folder(tmp_path / "labeled_data", LABELS)
    assert [
        dataset.origin.dataset for dataset in opened(desk(tmp_path), ":companies/acme", **{"from": str(folder)})
    ] == ["labels companies/acme"]


def test_what_nothing_is_told_of_is_not_found_where_it_was_the_only_thing(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    with pytest.raises(NotFoundError, match="OpenDigger tells nothing of github/nope/none"):
        opened(desk(tmp_path), "nope/none", **{"from": str(tmp_path / "static")})
    assert len(opened(desk(tmp_path), "nope/none", "nope/two", **{"from": str(tmp_path / "static")})) == 2


def test_nothing_is_fetched_before_every_name_means_something(served: Served, tmp_path: Path) -> None:
    at = desk(tmp_path, addresses={"opendigger": served.address})
    with pytest.raises(BadInputError, match="names nothing"):
        opened(at, "a/b", "two words")
    assert served.asked == []


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (Order(period="2025"), "--period is '2025': expected months such as 2025-02..2025-04"),
        (Order(period="2025-04..2025-02"), "--period is '2025-04..2025-02': expected months"),
        (Order(as_of="2025-13-01"), "--as-of is '2025-13-01': expected a day such as 2025-08-31"),
        (Order(as_of="yesterday"), "--as-of is 'yesterday': expected a day"),
        (Order(metrics=("opnrank",)), "there is no metric called opnrank"),
    ],
)
def test_an_order_that_means_nothing_is_refused(order: Order, said: str) -> None:
    with pytest.raises(BadInputError) as caught:
        order.checked()
    assert said in str(caught.value)


def test_from_is_a_folder_unless_it_is_an_address() -> None:
    assert Order(source="https://mirror.example.org").folder is None
    assert Order(source="./static").folder == Path("static")
    assert opening.Order().folder is None

import pytest

from api.asking import ask
from api.loading import load_all
from api.measuring import as_measure, in_order, measured, measured_all
from cypher.catalogue import catalogue
from graph.database import Database
from graph.errors import AtlasError
from ingest.datasets.bundled import bundled_table
from ingest.identity import Identities


def test_each_metric_comes_after_what_it_needs() -> None:
    order = [query.name for query in in_order(catalogue(), ["repository-centrality", "leiden"])]
    assert order[0] == "shared-ties"
    assert sorted(order) == ["leiden", "repository-centrality", "shared-ties"]


def test_a_question_writes_nothing() -> None:
    with pytest.raises(AtlasError, match="contents declares nothing that it writes"):
        as_measure(catalogue().find("contents"))


def test_a_run_that_is_there_already_is_kept(atlas: Database) -> None:
    assert [(name, done.already) for name, done in measured(atlas, "leiden", {})] == [("leiden", True)]


def test_what_a_metric_needs_and_has_not_run_is_computed_first(database: Database) -> None:
    assert list(load_all(database, [bundled_table("deepseek_week_contributors", Identities.load())]))
    assert [name for name, _ in measured(database, "leiden", {"seed": 7})] == ["shared-ties", "leiden"]
    found = ask(database, "snapshots", {}).table.records()
    assert {row["dataset"] for row in found if row["source"] == "measure"} == {"shared-ties", "leiden"}


def test_all_metrics_are_computed(atlas: Database) -> None:
    names = {name for name, _ in measured_all(atlas)}
    assert names == {query.name for query in catalogue() if query.kind == "metric"}

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.errors import AtlasError, NotFoundError
from graph.model import Origin
from ingest.source import Dataset, Item, find_source, source, sources

ORIGIN = Origin("src", "totals", "t", "T", "", "0" * 64, "2025-08-10")


def test_every_source_says_what_it_is_how_it_is_called_and_what_it_offers() -> None:
    assert "tables" in sources()
    for name, found in sources().items():
        assert found.name == name
        assert found.about.endswith(".")
        assert found.takes
        assert found.examples
        assert all(option.about for option in found.options)
        assert found.offers


def test_sources_come_in_the_order_of_their_names() -> None:
    assert list(sources()) == sorted(sources())


def test_an_unknown_source_names_those_that_there_are() -> None:
    assert find_source("tables").name == "tables"
    with pytest.raises(NotFoundError, match=r"there is no source called nothing; the sources are .*tables"):
        find_source("nothing")


def test_two_sources_of_one_name_are_a_defect() -> None:
    with pytest.raises(AtlasError, match="two sources are called tables"):

        @source("tables", takes="", offers=(), examples=())
        def other() -> Iterator[Dataset]:
            """Nothing."""
            yield from ()


def test_a_dataset_is_read_anew_each_time() -> None:
    def read() -> Iterator[Item]:
        yield from ()

    dataset = Dataset(ORIGIN, read)
    assert dataset.records is not dataset.records
    assert list(dataset.records) == list(dataset.records) == []
    assert (dataset.rows, dataset.notes) == (None, ())

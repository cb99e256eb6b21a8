"""What reading one input told, by the figures that are known of the real hours."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.sources.gharchive.reading import Reader
from ingest.sources.gharchive.selection import Selection
from ingest.sources.gharchive.summary import Summary, read_summary

FIGURES = {
    "2015-01-01-0.json.gz": {
        "events": 7_702, "actors": 3_648, "repositories": 4_124, "merged": 126, "types": 14, "doubles": 0,
    },
    "2021-07-21-few-hours.json.gz": {"actors": 573, "repositories": 623, "merged": 25},
}  # fmt: skip


@pytest.mark.parametrize("name", FIGURES)
def test_the_real_hours_have_the_figures_that_are_known_of_them(samples: Path, tmp_path: Path, name: str) -> None:
    with Reader(Selection("all"), tmp_path / "work") as reader:
        read = reader.read(samples / name, tmp_path / "events.parquet")
    found = {
        "events": read.events, "actors": read.actors, "repositories": read.repositories, "merged": read.merged,
        "types": len(read.types), "doubles": read.doubles,
    }  # fmt: skip
    assert {figure: found[figure] for figure in FIGURES[name]} == FIGURES[name]
    assert read.lost == 0
    assert sum(read.types.values()) == sum(read.hours.values()) == read.events


def test_a_summary_is_read_as_it_was_written() -> None:
    one = Summary(lines=9, events=5, cut="it ends", types={"PushEvent": 5}, hours={"2021-07-21T06": 5})
    assert read_summary(one.text()) == one
    assert read_summary(Summary().text()) == Summary()


def test_months_are_those_of_the_events_and_lost_is_what_could_not_be_taken() -> None:
    one = Summary(hours={"2021-07-31T23": 1, "2021-08-01T00": 2}, no_event=1, no_time=2, too_long=4, no_actor=8)
    assert (one.months, one.lost) == ({"2021-07", "2021-08"}, 7)

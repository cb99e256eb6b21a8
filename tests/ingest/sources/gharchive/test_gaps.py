"""What a month's reading lacks, and when the month is known in part only."""

from __future__ import annotations

import pytest

from ingest.sources.gharchive.gaps import MOST_SPANS, Extent, extent, gaps
from ingest.sources.gharchive.hours import hours_of_month
from ingest.sources.gharchive.store import Entry
from ingest.sources.gharchive.summary import Summary

MONTH = "2021-07"
HOURS = hours_of_month(MONTH)
CUT = "the file ends in the middle"
FULL = Summary(events=5)


def entries(broken: Summary = FULL) -> list[Entry]:
    """A file for each hour of the month, the third as it is given."""
    read = [broken if place == 2 else FULL for place in range(len(HOURS))]
    return [Entry(f"{place}", f"{hour}.json.gz", (hour,), read[place]) for place, hour in enumerate(HOURS)]


def told(found: list[Entry], absent: set[str] | None = None) -> tuple[Extent, tuple[str, ...]]:
    known = extent(MONTH, found, absent or set())
    return known, gaps(MONTH, found, known, 0)


def test_a_month_of_whole_hours_lacks_nothing() -> None:
    known, found = told(entries())
    assert (known.partial, known.words, found) == (False, "744 of 744 hours were read", ())
    assert known.whole == tuple(HOURS)


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (Summary(events=5, cut=CUT), f"2021-07-01T02: {CUT}; 5 events could be read"),
        (Summary(events=0, cut=CUT), f"2021-07-01T02: {CUT}; 0 events could be read"),
        (Summary(), "2021-07-01T02: the file holds no event"),
    ],
)
def test_an_hour_that_breaks_off_or_holds_nothing_makes_the_month_partial(broken: Summary, words: str) -> None:
    known, found = told(entries(broken))
    assert (known.partial, known.broken, found) == (True, ("2021-07-01T02",), (words,))
    assert known.words == "744 of 744 hours were read, 1 of them not as a whole"
    assert known.whole == (*HOURS[:2], *HOURS[3:])


def test_an_hour_that_another_file_has_as_a_whole_is_whole() -> None:
    known, found = told([*entries(Summary(events=5, cut=CUT)), Entry("x", "again.json.gz", (HOURS[2],), FULL)])
    assert (known.partial, found) == (False, ())


def test_a_broken_hour_of_another_month_is_none_of_this_one() -> None:
    spilled = Entry("x", "2021-06-30-23.json.gz", ("2021-06-30T23",), Summary(events=5, cut=CUT))
    known, found = told([*entries(), spilled])
    assert (known.partial, len(found)) == (False, 1)


def test_a_file_that_is_named_after_no_hour_tells_of_none_as_a_whole() -> None:
    known, found = told([Entry("x", "some.json.gz", (), Summary(events=1, hours={HOURS[4]: 1}))])
    assert (known.partial, known.read) == (True, ())
    assert found[-1] == "2021-07: files that are not named after an hour tell of 2021-07-01T04, maybe not of all"


def test_hours_without_a_file_are_a_gap_until_there_is_one() -> None:
    known, found = told(entries()[1:], {HOURS[0], HOURS[1]})
    assert (known.partial, known.absent, known.unread) == (True, (HOURS[0],), ())
    assert found == ("2021-07: the archive has no file of 2021-07-01T00",)


def test_months_of_known_loss_are_partial_when_all_was_read() -> None:
    lost = [Entry(hour, hour, (hour,), FULL) for hour in hours_of_month("2021-10")]
    assert extent("2021-10", lost, set()).partial


def test_many_spans_are_counted_and_not_listed() -> None:
    known, [unread] = told(entries()[::2])
    assert len(known.unread) == len(HOURS) // 2
    assert unread.endswith(f"and {len(HOURS) // 2 - MOST_SPANS} more spans")

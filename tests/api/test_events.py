from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.events import Event, Heard
from graph.errors import SourceError

JOB = '{"state": "done", "command": "refresh"}'
STREAM = (
    f": ping\r\n\r\nevent: state\r\ndata: {JOB.replace('done', 'running')}\r\n\r\n"
    "id: 1\r\nevent: line\r\ndata: first\u2028half\r\n\r\nid: 2\r\nevent: line\r\ndata: 40 %\r\ndata: 80 %\r\n\r\n"
    f"event: made-up\r\ndata: x\r\n\r\nevent: state\r\ndata: {JOB}\r\n\r\n"
).encode()


@given(st.lists(st.integers(0, len(STREAM)), max_size=6))
def test_a_stream_is_read_alike_however_it_comes_in_pieces(cuts: list[int]) -> None:
    heard, places = Heard(), [0, *sorted(cuts), len(STREAM)]
    pieces = [STREAM[begin:end] for begin, end in pairwise(places)]
    first, *lines, last = [event for piece in pieces for event in heard.take(piece)]
    assert lines == [Event("first\u2028half", 1), Event("40 %\n80 %", 2)]
    assert (first.job["state"], last.job["state"], heard.is_over) == ("running", "done", True)
    heard.end()


def test_what_was_heard_is_not_asked_for_again() -> None:
    heard = Heard()
    assert heard.begin() == {"Last-Event-ID": "0"}
    assert len(list(heard.take(STREAM[: STREAM.index(b"id: 2") + 4]))) == 2
    with pytest.raises(SourceError, match="ended before the job"):
        heard.end()
    assert heard.begin() == {"Last-Event-ID": "1"}
    assert list(heard.take(b"data: half of it\n\n")) == []

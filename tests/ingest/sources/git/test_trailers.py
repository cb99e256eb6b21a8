"""Co-authors out of trailers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.sources.git.log import Identity
from ingest.sources.git.trailers import co_authors


def test_each_co_author_is_read_once_in_order() -> None:
    text = b"Ann Bell <a@work.example.org>\x1fBob <b@work.example.org>\x1fAnn Bell <a@work.example.org>"
    assert co_authors(text) == (
        Identity(b"Ann Bell", b"a@work.example.org", b"a@work.example.org"),
        Identity(b"Bob", b"b@work.example.org", b"b@work.example.org"),
    )


def test_trailers_without_an_address_name_nobody() -> None:
    assert co_authors(b"") == ()
    assert co_authors(b"Ann Bell\x1f@ann\x1fBob <bob>\x1f<>\x1f") == ()


def test_odd_brackets_are_taken_from_the_last_one() -> None:
    assert co_authors(b"A <B> C <c@work.example.org> (for D)")[0][:2] == (b"A <B> C", b"c@work.example.org")


@given(st.binary())
def test_any_bytes_can_be_a_trailer(text: bytes) -> None:
    assert all(b"@" in one.address for one in co_authors(text))

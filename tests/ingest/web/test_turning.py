"""Pages of lists by their numbers."""

from __future__ import annotations

import pytest

from ingest.web.replies import Reply
from ingest.web.turning import last_page, page_number


@pytest.mark.parametrize(
    ("address", "number"),
    [("https://s.test/x?page=12", 12), ("https://s.test/x?per_page=3", None), ("https://s.test/x?page=two", None),
     ("https://s.test/x?page=٣", None)],
)  # fmt: skip
def test_the_number_of_a_page_stands_in_its_address(address: str, number: int | None) -> None:
    assert page_number(address) == number


def test_the_last_page_is_told_by_its_link() -> None:
    assert last_page(Reply([], 200, "", {"last": "https://s.test/x?page=5"})) == 5
    assert last_page(Reply([], 200, "")) == 0

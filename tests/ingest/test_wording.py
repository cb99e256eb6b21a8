from __future__ import annotations

import pytest

from ingest.wording import counted


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 commits"), (1, "1 commit"), (2, "2 commits"), (1_204, "1,204 commits")]
)
def test_one_thing_is_told_in_the_singular(count: int, said: str) -> None:
    assert counted(count, "commit") == said


def test_a_plural_of_more_words_is_told_as_given() -> None:
    forms = ("file that was not compressed", "files that were not compressed")
    assert [counted(count, *forms) for count in (1, 2)] == [f"1 {forms[0]}", f"2 {forms[1]}"]

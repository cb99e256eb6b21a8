from __future__ import annotations

import pytest

from ingest.sources.tables.kinds.subjects import known_subject, subject
from tests.ingest.sources.tables.reading import context, name, row

ROW = row("links", subject="x")


@pytest.mark.parametrize(
    ("words", "label"), [("a/b", "Repository"), ("NVIDIA", "Organization"), ("Some New Thing", "Product")]
)
def test_a_subject_is_told_by_its_form_and_by_the_alias_files(words: str, label: str) -> None:
    assert subject(ROW, words, context()).ref.label == label


def test_the_mapping_goes_first() -> None:
    assert subject(ROW, "NVIDIA", context(subjects={"NVIDIA": "product"})).ref.label == "Product"
    assert (
        subject(ROW, "Some New Thing", context(subjects={"Some New Thing": "organization"})).ref.label == "Organization"
    )


def test_only_what_is_known_in_full_is_a_known_subject() -> None:
    known = known_subject(ROW, "Alibaba", context())
    assert known is not None
    assert name(known) == "Alibaba"
    assert known_subject(ROW, "universities", context()) is None
    assert known_subject(ROW, "GitHub Trending", context()) is None

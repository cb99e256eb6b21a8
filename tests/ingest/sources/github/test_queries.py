"""What is asked of GitHub; that it holds against GitHub's schemas is tested in test_shapes."""

from __future__ import annotations

import pytest
from graphql import parse

from ingest.sources.github.queries import GRAPHQL_QUERIES, profiles_query

PERSONAL = ("email", "bio", "bodyText", "body", "title", "websiteUrl", "twitterUsername")


@pytest.mark.parametrize("name", GRAPHQL_QUERIES)
def test_no_personal_word_is_asked_for(name: str) -> None:
    words = set(GRAPHQL_QUERIES[name].replace("{", " ").replace("}", " ").split())
    assert not words & set(PERSONAL)


def test_each_profile_has_its_name_and_its_variable() -> None:
    text, variables = profiles_query(["ann", 'b"en'])
    parse(text)
    assert variables == {"l0": "ann", "l1": 'b"en'}
    assert 'b"en' not in text

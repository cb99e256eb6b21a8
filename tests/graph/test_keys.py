"""Who is who."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.keys import coded, developer, digest, is_id, name_key, named, repository, slug


def test_an_id_comes_before_a_name_and_names_have_no_case() -> None:
    ref = repository("DeepSeek-AI/DeepEP", number=7, former=("Old/Name",))
    assert (ref.key, ref.keys, ref.former) == (
        "github:7",
        ("github:7", "github:deepseek-ai/deepep"),
        ("github:old/name",),
    )


def test_a_login_of_digits_is_no_id() -> None:
    assert developer("123").key == "github:@123"
    assert not is_id(developer("123").key)
    assert developer(" @Ann ").key == developer("ann").key


@pytest.mark.parametrize(
    ("key", "expected"),
    [("github:7", True), ("github:o/7", False), ("github:²", False), ("github:", False), ("7", False)],
)
def test_an_id_is_a_number_behind_its_platform(key: str, expected: bool) -> None:  # noqa: FBT001 - a test's answer
    assert is_id(key) is expected


def test_another_platform_has_its_own_keys() -> None:
    assert name_key(" O/A ", "gitee") == "gitee:o/a" == repository("o/a", platform="gitee").key


def test_named_nodes_have_their_words_in_the_key() -> None:
    assert named("Domain", "LLM stack", "", "Inference & serving").key == "llm-stack/inference-serving"
    assert coded("Month", "2025-04").keys == ("2025-04",)


def test_other_scripts_are_kept_and_marks_alone_still_give_a_key() -> None:
    assert slug("深度求索 AI") == "深度求索-ai"
    assert slug("!!!") == digest("!!!")[:12]


@given(st.text())
def test_a_slug_is_never_empty_and_is_its_own_slug(text: str) -> None:
    if text.isascii():
        assert slug(text)
        assert slug(slug(text)) == slug(text)

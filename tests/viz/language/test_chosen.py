from __future__ import annotations

from viz.language import in_language, language, speaking, spoken


def test_english_is_spoken_where_nothing_else_is_asked_for() -> None:
    assert language() == "en"
    with speaking("zh"):
        assert language() == "zh"
    assert language() == "en"


def test_the_same_page_in_another_language_keeps_what_was_asked() -> None:
    with speaking("en", [("repositories", "a/b,c/d"), ("lang", "en"), ("text", "&<")]):
        assert in_language("zh") == "?repositories=a/b,c/d&text=%26%3C&lang=zh"


def test_data_for_a_page_are_asked_for_in_its_language() -> None:
    assert spoken("/api/v1/views/x?a=b") == "/api/v1/views/x?a=b"
    with speaking("zh"):
        assert spoken("/api/v1/views/x?a=b") == "/api/v1/views/x?a=b&lang=zh"
        assert spoken("/api/v1/views/x") == "/api/v1/views/x?lang=zh"

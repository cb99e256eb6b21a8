from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from viz.language import LANGUAGES, say, say_html, speaking
from viz.language.words import FORMS, Message, words

HOLE = re.compile(r"\{(\w+)\}")
OWN_FORMS = ("names.",)
"""Sections that hold what one language needs and the other does not."""


def keys(language: str) -> set[str]:
    """The keys of a language, less those that it alone needs."""
    return {key for key in words(language) if not key.startswith(OWN_FORMS)}


def holes(message: Message) -> set[str]:
    """The placeholders of a message, in any of its forms; the number may be left out of one."""
    return {
        name for text in ([message] if isinstance(message, str) else message.values()) for name in HOLE.findall(text)
    }


def test_both_languages_have_the_same_keys() -> None:
    assert keys("en") == keys("zh")


@pytest.mark.parametrize("key", sorted(keys("en")))
def test_a_message_has_the_same_placeholders_in_both_languages(key: str) -> None:
    english, chinese = holes(words("en")[key]), holes(words("zh")[key])
    assert english | {"n"} == chinese | {"n"}
    assert "n" not in english ^ chinese or not isinstance(words("en")[key], str)


def test_what_has_forms_has_those_that_english_needs_and_chinese_has_one() -> None:
    forms = [message for message in words("en").values() if not isinstance(message, str)]
    assert forms
    assert all(set(message) == {"one", "other"} <= FORMS for message in forms)
    assert all(isinstance(message, str) for message in words("zh").values())


def test_a_number_chooses_its_form_and_is_written_as_people_read_it() -> None:
    assert [say("page.rows", n=n) for n in (0, 1, 2, 12_345)] == ["0 rows", "1 row", "2 rows", "12\u202f345 rows"]
    with speaking("zh"):
        assert [say("page.rows", n=n) for n in (1, 12_345)] == ["1 行", "12,345 行"]


def test_a_name_with_braces_is_taken_as_it_is() -> None:
    assert say("browser.hidden", title="{n.__class__}") == "{n.__class__} hidden"


def test_names_are_escaped_in_html_and_html_is_not() -> None:
    said = say_html("table.first", n=2, all=Markup('<a href="/x">all</a>'))
    assert said == 'The first 2 are shown: <a href="/x">all</a>.'
    assert "<b>" not in say_html("view.ofCatalogue", query="<b>")


def test_no_message_is_empty_and_chinese_ones_end_as_english_ones_do() -> None:
    ends = {".": "。", "…": "…"}
    for key in keys("en"):
        english, chinese = words("en")[key], words("zh")[key]
        text = english if isinstance(english, str) else english["other"]
        assert text, key
        assert chinese, key
        if text[-1] in ends and isinstance(chinese, str):
            assert chinese[-1] == ends[text[-1]] or chinese.endswith("}"), key


def test_there_are_two_languages() -> None:
    assert tuple(LANGUAGES) == ("en", "zh")

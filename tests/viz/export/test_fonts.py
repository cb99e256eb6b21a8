import pytest

from viz.export.fonts import fonts, unreadable


@pytest.mark.parametrize(
    ("text", "families", "lacking"),
    [
        ("中文 names", ["Noto Sans", "Libertinus Serif"], "Chinese, Japanese or Korean"),
        ("こんにちは", ["DejaVu Sans"], "Chinese, Japanese or Korean"),
        ("llama 🦙", ["Noto Sans CJK SC"], "emoji"),
        ("中文 🦙", ["DejaVu Sans"], "Chinese, Japanese or Korean and emoji"),
    ],
)
def test_signs_without_a_font_are_said(text: str, families: list[str], lacking: str) -> None:
    assert f"no font for {lacking}:" in unreadable(text, families)


@pytest.mark.parametrize(
    ("text", "families"), [("plain é ß", []), ("中文", ["Noto Sans CJK SC"]), ("🦙", ["Noto Color Emoji"])]
)
def test_nothing_is_said_where_all_can_be_read(text: str, families: list[str]) -> None:
    assert unreadable(text, families) == ""


def test_the_fonts_that_come_along_are_there() -> None:
    assert "Libertinus Serif" in fonts().families()
    assert fonts() is fonts()

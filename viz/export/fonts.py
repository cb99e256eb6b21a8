"""The fonts of this machine, looked for once, and what they cannot show."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING

from viz.language import listed, say, translated

if TYPE_CHECKING:
    import typst

SCRIPTS = {
    "Chinese, Japanese or Korean": (
        re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"),
        re.compile("CJK|Source Han|PingFang|Hiragino|YaHei|SimSun|SimHei|Malgun|WenQuanYi|Noto Sans (SC|TC|JP|KR)"),
    ),
    "emoji": (re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]"), re.compile("Emoji|Symbola")),
}
"""Scripts that the fonts which come with Typst lack: their letters, and the names of fonts that have them."""


@cache
def fonts() -> typst.Fonts:
    """The fonts of this machine and those that come with Typst."""
    from typst import Fonts  # noqa: PLC0415  slow to import

    return Fonts()


def unreadable(text: str, families: Collection[str]) -> str:
    """A sentence about letters of `text` that none of the fonts has; "" where all can be read."""
    lacking = [
        script
        for script, (letters, named) in SCRIPTS.items()
        if letters.search(text) and not any(named.search(family) for family in families)
    ]
    if not lacking:
        return ""
    return say("report.noFont", scripts=listed([translated(script) for script in lacking]))

"""Sentences of headers, answers and errors as safe HTML: code, links to what is drawn, first sentences, shares."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from viz.language import say

if TYPE_CHECKING:
    from markupsafe import Markup

    from graph.remarks import Remark
    from viz.drawing import Drawing

CODE = re.compile(r"`([^`]+)`")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\d`])|(?<=。)")
SHORTEST_NAME = 3
PLAIN_WORD = re.compile(r"[a-z]+\s")


def coded(text: str) -> Markup:
    """`text` as HTML in which what stands between backticks is code; all else is escaped."""
    from markupsafe import Markup, escape  # noqa: PLC0415  comes with jinja2, which only pages need

    parts = CODE.split(text)
    code = Markup("<code>{}</code>")
    return Markup("").join(code.format(part) if number % 2 else escape(part) for number, part in enumerate(parts))


def remarked(remark: Remark) -> str:
    """A remark of the server as a sentence, with the number of places where there are more than it names."""
    text = remark.text
    if remark.names:
        names = say("page.comma").join(f"`{name}`" for name in remark.names)
        text = say(f"remark.{remark.kind.split()[0]}", n=len(remark.names), names=names)
    counted = remark.times > max(1, len(remark.names))
    return say("remark.times" if counted else "remark.once", text=text, n=remark.times)


def anchor(href: str, text: str) -> Markup:
    """A link, as a value of `say_html`."""
    from markupsafe import Markup  # noqa: PLC0415

    return Markup('<a href="{}">{}</a>').format(href, text)


def bold(text: str) -> Markup:
    """`text` in bold, as a value of `say_html`."""
    from markupsafe import Markup  # noqa: PLC0415

    return Markup("<b>{}</b>").format(text)


def code(text: str) -> Markup:
    """`text` as code, as a value of `say_html`."""
    from markupsafe import Markup  # noqa: PLC0415

    return Markup("<code>{}</code>").format(text)


def uncoded(text: str) -> str:
    """`text` without backticks, for attributes, where nothing can be code."""
    return text.replace("`", "")


def first_sentence(text: str) -> tuple[str, str]:
    """The first sentence of `text`, and the rest, which may be empty."""
    first, *rest = SENTENCE.split(text.strip(), maxsplit=1)
    return first, rest[0] if rest else ""


def begun(text: str) -> str:
    """`text` with a capital letter first, unless it begins with a name."""
    return text[:1].upper() + text[1:] if PLAIN_WORD.match(text) else text


def sentence(text: str) -> str:
    """`text` with a capital letter first and a full stop last, as errors are written in lower case."""
    line = text.strip()
    return (
        line[:1].upper()
        + line[1:]
        + ("" if not line or line.endswith((".", "!", "?", "…", "。")) else say("page.stop"))
    )


def linked(text: str, drawing: Drawing | None) -> Markup:
    """`text` as HTML in which the names of what is drawn lead to their page, or to their place in the picture."""
    from markupsafe import Markup, escape  # noqa: PLC0415

    known = {mark.title: mark for mark in drawing.marks if mark.title in text} if drawing else {}
    names = _alternatives(known)
    if not names:
        return coded(text)
    anchor = Markup('<a href="{}" data-node="{}">{}</a>')
    # Names of code hosts are ASCII: a Chinese word may stand right beside one.
    parts = re.split(rf"(?a:(?<![\w/@-]))({names})(?a:(?![\w/-]))", text)
    return Markup("").join(
        anchor.format(known[part].page or f"#node={known[part].id}", known[part].id, part)
        if number % 2
        else escape(part)
        for number, part in enumerate(parts)
    )


def _alternatives(names: Iterable[str]) -> str:
    long_enough = [name for name in names if len(name) >= SHORTEST_NAME]
    return "|".join(re.escape(name) for name in sorted(long_enough, key=lambda name: (-len(name), name)))


def percent(count: int, total: int) -> str:
    """The share of `count` in `total` in whole per cent; some is never none, and not all is never all."""
    if total <= 0:
        return say("value.unknown")
    share = round(100 * count / total)
    if count and not share:
        return say("page.percentBelow")
    return say("page.percentAbove") if share == 100 and count < total else say("page.percent", n=share)  # noqa: PLR2004

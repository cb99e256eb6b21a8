"""The keyed words of each language, and messages made of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from graph.model import Coverage
from viz.language.chosen import language
from viz.language.numbers import month, number, plural

if TYPE_CHECKING:
    from markupsafe import Markup

FOLDER = Path(__file__).parent
FORMS = {"zero", "one", "two", "few", "many", "other"}
"""The categories of plurals that CLDR knows: a message whose keys are among them has a form for each."""

Message = str | Mapping[str, str]


@cache
def words(spoken: str) -> dict[str, Message]:
    """Every message of a language by its key, such as `home.title`."""
    return flat(json.loads((FOLDER / f"{spoken}.json").read_text(encoding="utf-8")))


def flat(section: Mapping[str, object], before: str = "") -> dict[str, Message]:
    """The messages of a section and of those in it, each by its whole key."""
    found: dict[str, Message] = {}
    for name, value in section.items():
        key = f"{before}{name}"
        if isinstance(value, Mapping) and not (value and value.keys() <= FORMS):
            found |= flat(value, f"{key}.")
        else:
            found[key] = value if isinstance(value, Mapping) else str(value)
    return found


def say(key: str, /, **values: object) -> str:
    """The message `key` in the language of the page; numbers among the values are written as people read them."""
    return _form(key, values).format_map({name: _written(value) for name, value in values.items()})


def say_html(key: str, /, **values: object) -> Markup:
    """The message as HTML: it and its values are escaped, values that are HTML already stay as they are."""
    from markupsafe import Markup, escape  # noqa: PLC0415 - comes with jinja2, which only pages need

    # Our own words, escaped; `format` of Markup escapes what is put into them.
    message = Markup(escape(_form(key, values)))  # noqa: S704
    return message.format(**{name: _written(value) for name, value in values.items()})


def in_months(coverage: Coverage) -> str:
    """From which month to which an answer reaches, "" where no source tells."""
    if not coverage.covers_from:
        return ""
    last = month(coverage.covers_to) if coverage.covers_to else say("page.today")
    return say("page.months", first=month(coverage.covers_from), last=last)


def _form(key: str, values: Mapping[str, object]) -> str:
    message = words(language())[key]
    return message if isinstance(message, str) else message[plural(values["n"], language())]


def _written(value: object) -> object:
    return number(value) if isinstance(value, int | float) and not isinstance(value, bool) else value

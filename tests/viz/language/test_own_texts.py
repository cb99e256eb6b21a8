from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from viz.templating import TEMPLATES

MODULES = Path(TEMPLATES).parent / "browser" / "src"
JINJA = re.compile(r"\{% block kind %\}.*?\{% endblock %\}|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
READ_OUT = {"title", "alt", "placeholder", "aria-label", "aria-roledescription", "aria-description"}
NAMES = {"ossatlas", "API", ":params", "$"}
"""What is called so in every language."""
LETTERS = re.compile(r"[A-Za-z]")
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
LITERAL = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`")
HOLE = re.compile(r"\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
PROSE = re.compile(r"^[A-Z][a-z]+(?: [a-z]+)+|[a-z]{2,} [a-z]{2,} [a-z]{2,}|^[A-Z][a-z]+ .*[.!?…]$")
MARKUP = re.compile(r"^(?:[a-z-]+ )*[a-z-]+$|[#>\[\]=_/]|^@|\.(?:js|css|json)$")
"""Class lists, selectors, addresses and the like."""


class Shown(HTMLParser):
    """The texts of a template that a reader sees or hears."""

    def __init__(self, template: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.feed(JINJA.sub(" ", template))

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        self.texts += [value for name, value in attrs if name in READ_OUT and value]

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is None:  # styles and scripts are read by nobody
            self.texts += [word for word in data.split() if word not in NAMES]


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.name)
def test_a_template_has_no_text_of_its_own(path: Path) -> None:
    own = [text for text in Shown(path.read_text(encoding="utf-8")).texts if LETTERS.search(text)]
    assert own == [], "put it into viz/language/en.json and zh.json, and write {{ say('section.key') }}"


def test_a_text_in_a_template_would_be_seen() -> None:
    shown = Shown('<p title="A title">Some {{ value }} text<!-- none --></p><svg><path d="M0 0z" /></svg>')
    assert shown.texts == ["A title", "Some", "text"]


def prose(module: str) -> list[str]:
    """The literals of a module that read like a text."""
    found = (HOLE.sub("", "".join(parts)).strip() for parts in LITERAL.findall(COMMENT.sub("", module)))
    return [text for text in found if PROSE.search(text) and not MARKUP.search(text)]


@pytest.mark.parametrize("path", sorted(MODULES.glob("*.js")), ids=lambda path: path.name)
def test_a_module_of_the_browser_has_no_text_of_its_own(path: Path) -> None:
    assert prose(path.read_text(encoding="utf-8")) == [], "put it into the section `browser`, and write TEXTS.key"


def test_a_text_in_a_module_would_be_seen() -> None:
    assert prose('// A comment of words.\nh("p", { class: "note cut" }, "Nothing was found.")') == [
        "Nothing was found."
    ]

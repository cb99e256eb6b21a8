"""The pages of views in `docs/views`, their list, and the gallery, all made from the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path

from api.example_answers import Beginning, as_lines
from api.formats.views import FILES, NETWORKS_ONLY
from api.osgraph_words import LENSES
from api.picture import is_view
from api.views import page_address
from cypher.query import Query
from viz import addresses, charts
from viz.prose import first_sentence

DOCS = Path(__file__).parents[1] / "docs"
FOLDER = DOCS / "views"
PICTURES = "pictures/views"
"""Below `docs`: where `make gallery` puts its pictures."""
THEMES = ("light", "dark")
WIDTHS = {1280: "40%", 390: "9%"}
"""Of the pages in the pictures, each with its share of the width of the gallery."""
DESK = next(iter(WIDTHS))
BY_HAND = {
    "exports": "taking a view out: pictures, data, reports, embedding, citing",
    "osgraph": "OSGraph's six beside ours",
}
"""Pages beside the views' own, with what they are about."""


def view_pages(found: Sequence[Query], answers: Mapping[str, Beginning]) -> dict[Path, str]:
    """A page for each view, their list, and the gallery, by file."""
    views = sorted((query for query in found if is_view(query)), key=lambda query: (query.family, query.name))
    pages = {FOLDER / f"{query.name}.md": "\n".join(page(query, answers.get(query.name))) for query in views}
    return {**pages, FOLDER / "README.md": "\n".join(index(views)), DOCS / "gallery.md": "\n".join(gallery(views))}


def picture(view: str, theme: str, width: int) -> str:
    """The file of a picture of the view, below `docs`."""
    return f"{PICTURES}/{view}-{theme}-{width}.webp"


def page(query: Query, answer: Beginning | None) -> Iterator[str]:
    """The lines of a view's page."""
    yield from (f"# {query.title}", "", query.about, "")
    yield from (*shown(query, ".."), "")
    yield from ("| | |", "|---|---|", *(f"| {name} | {told} |" for name, told in where(query)), "")
    if looks := charts.options(query.name) if query.kind != "graph" else ():
        yield from ("## Ways to look", "")
        yield from (
            f"- {option.title}: {', '.join(f'`{option.name}={choice}`' for choice in option.choices)}"
            for option in looks
        )
        yield ""
    yield from ("## Examples", "")
    yield from (f"- `{page_address(query, example)}`" for example in query.examples)
    yield from ("", *as_lines(answer))
    yield from ("[All views](README.md) · [in pictures](../gallery.md)", "")


def shown(query: Query, up: str) -> Iterator[str]:
    """The picture of a view in the reader's theme."""
    light, dark = (f"{up}/{picture(query.name, theme, DESK)}" for theme in THEMES)
    yield from ("<picture>", f'  <source media="(prefers-color-scheme: dark)" srcset="{dark}">')
    yield from (f'  <img alt="{query.title}" src="{light}" width="{DESK // 2}">', "</picture>")


def where(query: Query) -> Iterator[tuple[str, str]]:
    """Where a view is found: its page, files, JSON, question, statement."""
    name = query.name
    yield "kind", "network" if query.kind == "graph" else "chart"
    yield "page", f"`{addresses.view(name)}`"
    if query.subjects:
        yield "page of one", f"`{addresses.view(name)}/{addresses.PLATFORM}/…` with {_subject(query)}"
    endings = [ending for ending in FILES if query.kind == "graph" or ending not in NETWORKS_ONLY]
    yield "files", f"{', '.join(f'`.{ending}`' for ending in endings)} ([how](exports.md))"
    yield "JSON", f"`{addresses.API}{addresses.view(name)}`"
    yield "question", f"[`{name}`](../reference/queries.md#{name}) with its parameters and columns"
    yield "Cypher", f"[{Path(query.file).name}](../../cypher/{query.file})"
    yield "command", f"`{query.command()}`"
    if query.needs:
        yield "needs", f"the measures {', '.join(f'`{need}`' for need in query.needs)}"
    if query.undated:
        yield "months", query.undated
    if query.load:
        yield "data", f"`{query.load}`"
    if name in {lens.view for lens in LENSES.values()}:
        yield "OSGraph's", "[compared, point by point](osgraph.md#view-by-view)"


def _subject(query: Query) -> str:
    named = {"repository": "the repository's owner/name", "developer": "the developer's login"}
    return " or ".join(named[subject] for subject in query.subjects)


def index(views: Sequence[Query]) -> Iterator[str]:
    """The lines of the list of views."""
    yield from (
        "# Views",
        "",
        "Each draws the answer of a query of the catalogue: the picture is never a second computation.",
        "",
    )
    yield from (f"- [{name.capitalize()}]({name}.md): {about}" for name, about in BY_HAND.items())
    yield from ("- [All of them in pictures](../gallery.md)", "", "| view | kind | what it shows |", "|---|---|---|")
    for query in views:
        kind, about = "network" if query.kind == "graph" else "chart", first_sentence(query.about)[0]
        yield f"| [{query.title}]({query.name}.md) | {kind} | {about.replace('|', chr(92) + '|')} |"
    yield ""


def gallery(views: Sequence[Query]) -> Iterator[str]:
    """The lines of the gallery: each view in both themes and at both widths."""
    yield from (
        "# Gallery",
        "",
        "Every view on the bundled data, as `make gallery` took it: light and dark, on a desk and on a phone.",
        "",
    )
    for query in views:
        yield from (f"## [{query.title}](views/{query.name}.md)", "", first_sentence(query.about)[0], "")
        for (width, share), theme in product(WIDTHS.items(), THEMES):
            alt, file = f"{query.title}, {theme}, {width} pixels wide", picture(query.name, theme, width)
            yield f'<img alt="{alt}" src="{file}" width="{share}">'
        yield ""

from __future__ import annotations

from pathlib import Path

import pytest

from api.example_answers import kept
from api.picture import is_view
from api.view_docs import DOCS, FOLDER, THEMES, WIDTHS, picture, view_pages
from cypher.catalogue import catalogue

VIEWS = [query for query in catalogue() if is_view(query)]
PAGES = view_pages(list(catalogue()), kept())
MOST, MOST_OF_ALL = 60_000, 6_000_000


def test_each_view_has_a_page_in_the_list_and_in_the_gallery() -> None:
    index, gallery = PAGES[FOLDER / "README.md"], PAGES[DOCS / "gallery.md"]
    for query in VIEWS:
        assert PAGES[FOLDER / f"{query.name}.md"].startswith(f"# {query.title}\n")
        assert f"]({query.name}.md)" in index
        assert f"](views/{query.name}.md)" in gallery
    assert len(PAGES) == len(VIEWS) + 2


def test_a_page_tells_where_the_view_is_and_how_to_ask_it() -> None:
    page = PAGES[FOLDER / "project-contribution.md"]
    assert "`/views/project-contribution/github/…` with the repository's owner/name" in page
    assert "[project_contribution.cypher](../../cypher/queries/views/project_contribution.cypher)" in page
    assert "(osgraph.md#view-by-view)" in page
    assert "`.graphml`" in page
    assert "`.graphml`" not in PAGES[FOLDER / "rank-race.md"]


def test_the_ways_to_look_at_a_chart_are_told() -> None:
    assert "`scale=log`" in PAGES[FOLDER / "star-history.md"]


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_every_link_and_picture_leads_to_a_file(file: Path) -> None:
    import re  # noqa: PLC0415 - only here

    targets = re.findall(r"\]\(([^)#]+)[^)]*\)|(?:src|srcset)=\"([^\"]+)\"", PAGES[file])
    missing = [target for pair in targets for target in pair if target and not (file.parent / target).exists()]
    assert missing == []


def test_every_view_has_its_four_pictures_and_no_other_is_kept() -> None:
    wanted = {DOCS / picture(query.name, theme, width) for query in VIEWS for theme in THEMES for width in WIDTHS}
    found = set((DOCS / "pictures" / "views").iterdir())
    assert found == wanted


def test_pictures_are_light_enough_for_a_page() -> None:
    sizes = {file.name: file.stat().st_size for file in (DOCS / "pictures" / "views").iterdir()}
    assert {name: size for name, size in sizes.items() if size > MOST} == {}
    assert sum(sizes.values()) < MOST_OF_ALL

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from graph.model import Column, Network, Table
from tests.viz.worlds import COVERAGE, HOSTILE, communities, hostile, overlap
from viz import pages
from viz.page_data import (
    Count,
    DeveloperPage,
    ErrorPage,
    Fact,
    Field,
    Form,
    Gallery,
    Home,
    Link,
    NetworkPage,
    Picture,
    Point,
    QueryFamily,
    QueryPage,
    RepositoryPage,
    Section,
    Series,
    Share,
    Shares,
)

EVIL = HOSTILE[0]
FIELDS = (
    Field("repositories", "list[str]", ["deepseek-ai/DeepEP", EVIL], "two to six repositories"),
    Field("min_repositories", "int", 2, "fewest repositories", minimum=2, maximum=50),
    Field("all", "bool", True, "in all of them"),  # noqa: FBT003  a value of the form
    Field("weight", "str", "jaccard", "which weight", choices=("developers", "jaccard")),
    Field("from", "month", None, EVIL),
)
PICTURE = Picture(overlap(), "shared-developers", "MATCH (n) RETURN n", {"repositories": ["a/b"]})
TABLE = Table(
    (Column("login", "str", "login"), Column("merged_prs", "int", "merged"), Column("organization", "str", EVIL)),
    [("fzyzcjy", 12_345, None), (EVIL, None, EVIL)],
    COVERAGE,
    cut=True,
)
HOME = Home(
    "Who works on both?", "Four developers.", PICTURE, "/networks/overlap", (Count("Repository", 135), Count("Odd", 1)),
    ({"title": EVIL, "as_of": "2025-08-10", "rows_taken": 98, "gaps": [EVIL]},), (Link("All queries", "/queries"),),
)  # fmt: skip
REPOSITORY = RepositoryPage(
    "deepseek-ai/DeepEP", (Fact("license", "MIT"), Fact("country", None), Fact("raw", EVIL)), EVIL,
    (Link("On GitHub", "https://github.com/deepseek-ai/DeepEP"),), (Section("Contributors", TABLE, EVIL, "/x"),),
    (Shares("Countries", (Share("China", 10), Share("Unknown", 11, unknown=True)), 21),),
    (Series("OpenRank", (Point("2025-03", 1.5), Point("2025-04", 3.0)), "opendigger"), Series("Stars", ())),
    replace(PICTURE, centre="github:deepseek-ai/deepep"), COVERAGE,
)  # fmt: skip
DEVELOPER = DeveloperPage("fzyzcjy", (Fact("organization", None),), sections=(Section("Repositories", TABLE),))
QUERY = QueryPage(
    "top", "Top projects", EVIL, FIELDS, TABLE, "RETURN 1", (Link("CSV", "/x.csv"),), "ossatlas query top"
)
FAMILIES = (QueryFamily("contributors", (Link("Shared", "/queries/shared", EVIL),)),)
NETWORK = NetworkPage("Overlap", "Who?", PICTURE, EVIL, FIELDS, (Link("GraphML", "/x"),), (Link("Networks", "/n"),))
ALL = {
    "home": pages.home_page(HOME),
    "home without data": pages.home_page(replace(HOME, picture=None, snapshots=(), counts=())),
    "network": pages.network_page(NETWORK),
    "hostile network": pages.network_page(NetworkPage(EVIL, EVIL, Picture(hostile(), EVIL, EVIL, {EVIL: EVIL}))),
    "repository": pages.repository_page(REPOSITORY),
    "bare repository": pages.repository_page(RepositoryPage("a/b", ())),
    "developer": pages.developer_page(DEVELOPER),
    "query": pages.query_page(QUERY),
    "query not asked": pages.query_page(replace(QUERY, table=None, fields=(), command="")),
    "queries": pages.queries_page(FAMILIES),
    "no queries": pages.queries_page(()),
    "views": pages.views_page(Gallery(FAMILIES, pictures=True)),
    "docs": pages.docs_page(),
    "error": pages.error_page(ErrorPage(404, "Not found", EVIL, EVIL, (Link(EVIL, "/x"),), Form("/x", FIELDS))),
}
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta"}
SVG = {"path", "circle", "rect", "ellipse", "polyline"}


class Nesting(HTMLParser):
    """Whether every element is closed where it should be, ids are used once, and labels have their field."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: list[str] = []
        self.fors: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.ids += [known["id"] or ""] if "id" in known else []
        self.fors += [known["for"] or ""] if "for" in known else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A closed element opens nothing."""

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.mark.parametrize("name", ALL)
def test_a_page_is_well_formed(name: str) -> None:
    page = Nesting(ALL[name])
    assert (page.wrong, page.open) == ([], [])
    assert len(page.ids) == len(set(page.ids))
    assert set(page.fors) <= set(page.ids)


@pytest.mark.parametrize("name", ALL)
def test_hostile_texts_are_harmless(name: str) -> None:
    assert "<script>alert" not in ALL[name]
    assert "<img src=x" not in ALL[name]
    assert "<img" not in ALL[name] or name == "views"


@pytest.mark.parametrize("name", ALL)
def test_a_page_has_one_heading_a_title_and_a_main_part(name: str) -> None:
    page = ALL[name]
    assert page.count("<h1") == 1
    assert page.count("<main") == 1
    assert page.count("<title>") == 1
    assert page.startswith("<!doctype html>")


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_inline(name: str) -> None:
    assert " style=" not in ALL[name]
    assert "<style" not in ALL[name]
    assert "javascript:" not in ALL[name]


def test_the_policy_allows_nothing_from_elsewhere_and_nothing_inline() -> None:
    assert pages.CONTENT_SECURITY_POLICY.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in pages.CONTENT_SECURITY_POLICY


def test_the_first_page_answers_a_question_and_tells_what_is_loaded() -> None:
    page = ALL["home"]
    assert "Who works on both?" in page
    assert "Four developers." in page
    assert "<b>135</b> repositories" in page
    assert "2025-08-10" in page


def test_without_data_the_first_page_says_what_to_do() -> None:
    assert "ossatlas demo" in ALL["home without data"]


def test_a_network_page_shows_the_cypher_and_its_parameters() -> None:
    page = ALL["network"]
    assert "MATCH (n) RETURN n" in page
    assert "/queries/shared-developers?repositories=a%2Fb" in page
    assert 'name="min_repositories" type="number" step="1" min="2" max="50" value="2"' in page
    assert "<option selected>jaccard</option>" in page


def test_a_cut_is_said() -> None:
    cut = replace(PICTURE, network=replace(overlap(), cut=True))
    assert "More were found than are drawn" in pages.network_page(replace(NETWORK, picture=cut))
    assert "More were found than are drawn" not in ALL["network"]
    assert "Only the first 2 rows are shown" in ALL["query"]


def test_a_picture_without_nodes_leaves_a_profile_whole() -> None:
    page = pages.repository_page(replace(REPOSITORY, picture=Picture(Network((), ()))))
    assert "data-network" not in page


def test_unknown_is_shown_and_stays_in_the_denominator() -> None:
    page = ALL["repository"]
    assert "Unknown" in page
    assert "of 21 developers" in page
    assert "11 of 21 developers" in page


def test_a_series_is_drawn_with_its_last_value_and_its_definition() -> None:
    page = ALL["repository"]
    assert "<polyline" in page
    assert "in 2025-04, opendigger" in page


def test_a_long_list_in_a_cell_is_folded_and_nothing_of_it_is_lost() -> None:
    table = Table(
        (Column("logins", "list[str]", ""),), [([f"dev{i}" for i in range(44)],), (["a", "b", "c", "d", "e", "f"],)]
    )
    page = pages.query_page(replace(QUERY, table=table))
    assert page.count("<summary>… and 40 more</summary>") == 1
    assert all(f'<a href="/developers/dev{i}">dev{i}</a>' in page for i in range(44))
    assert page.index("dev3<") < page.index("… and 40 more") < page.index("dev4<")


def test_each_item_of_a_fact_has_a_line_of_its_own() -> None:
    facts = (Fact("domains", ["x: A / B", "y: C"]), Fact("maintains", ["a/b"]), Fact("stars", 5, note="in 2025-08"))
    page = pages.repository_page(RepositoryPage("a/b", facts))
    assert '<ul class="lines"><li>x: A / B</li><li>y: C</li></ul>' in page
    assert '<a href="/repositories/a/b">a/b</a>' in page
    assert '5 <span class="about">in 2025-08</span>' in page


def test_the_explanation_of_a_network_begins_with_its_first_sentence() -> None:
    page = pages.network_page(replace(NETWORK, question="Who works on both? An edge is `work`. It counts."))
    assert '<summary>Who works on both? <span class="more">more</span></summary>An edge is <code>work</code>.' in page


def test_a_network_says_what_was_asked_for() -> None:
    page = pages.network_page(replace(NETWORK, fields=(*FIELDS[1:], Field("repository", "str", "a/b", ""))))
    assert '<p class="asked"><span class="about">repository</span> <a href="/repositories/a/b">a/b</a></p>' in page


def test_a_cut_section_leads_to_all_of_its_rows() -> None:
    assert 'The first 2 are shown: <a href="/x">see all of them</a>' in ALL["repository"]


def test_a_series_of_one_month_is_a_number_and_no_line() -> None:
    page = pages.repository_page(
        replace(REPOSITORY, series=(Series("OpenRank", (Point("2025-08", 637.0),), "p", "s"),))
    )
    assert "<b>637</b>" in page
    assert "<polyline" not in page


def test_logins_link_to_their_pages() -> None:
    assert '<a href="/developers/fzyzcjy">fzyzcjy</a>' in ALL["query"]


def test_a_community_network_names_its_communities() -> None:
    page = pages.network_page(replace(NETWORK, picture=Picture(communities())))
    assert "around project0-5" in page


def test_an_error_says_what_to_do_next() -> None:
    page = pages.error_page(ErrorPage(404, "Not found", "There is no repository 'a/b'.", "Search above."))
    assert "There is no repository &#39;a/b&#39;." in page
    assert "Search above." in page


def test_importing_the_pages_does_not_import_pyvis() -> None:
    code = "import sys, viz.pages; print([m for m in ('pyvis', 'networkx', 'numpy', 'jinja2') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

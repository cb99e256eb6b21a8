"""The page of a repository."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from api.pages.facts import facts
from api.pages.gallery import views_of
from api.pages.gather import TOP, part, picture, section
from graph.model import Table
from viz import addresses
from viz.cells import cell
from viz.language import listed, say
from viz.page_data import Leads, Link, Point, RepositoryPage, Section, Series, Share, Shares

if TYPE_CHECKING:
    from api.answer import Answer
    from api.web.atlas import Atlas

ALWAYS = (
    "language",
    "license",
    "created",
    "last_commit",
    "founded_by",
    "owned_by",
    "domains",
    "stars",
    "openrank",
    "developers",
)
LEFT_OUT = ("repository", "github_id", "sources", "gaps")
SHARES = 8
COMPANY = 3
"""So many neighbours are led to from the head of the page."""


def repository_data(atlas: Atlas, name: str, profile: Answer) -> RepositoryPage:
    """What the page of the repository `name`, of which `profile` tells, shows."""
    found = sections(atlas, name)
    return RepositoryPage(
        name,
        facts(profile.table, always=ALWAYS, left_out=LEFT_OUT),
        links=(Link(say("profile.onHost"), addresses.code_host(name)),),
        leads=(views_of(atlas.catalogue, "repository", name), *company(name, neighbours(name, found[-1].table))),
        sections=found,
        shares=shares(atlas, name),
        series=series(atlas, name),
        picture=picture(atlas, "ego-network", {"repository": name}, view="ego", centre=centre(atlas, name)),
        coverage=profile.coverage,
    )


def centre(atlas: Atlas, name: str) -> str:
    """The key of the repository's node in its network."""
    found = part(atlas, "search", {"text": name, "kind": "repository", "limit": 5}).table.records()
    return next((str(row["key"]) for row in found if row["title"] == name), "")


def neighbours(name: str, ties: Table) -> list[str]:
    """The repositories that it shares most developers with."""
    ends = [{str(row["left"]), str(row["right"])} - {name} for row in ties.records()]
    return [other for end in ends[:COMPANY] for other in end]


def company(name: str, others: Sequence[str]) -> tuple[Leads, ...]:
    """Where it is seen together with its neighbours: who connects them, and all of them side by side."""
    connects = [Link(other, addresses.view("overlap-network", "", {"repositories": [name, other]})) for other in others]
    together = addresses.view("compare", "", {"repositories": [name, *others]})
    beside = (Link(listed([other.rpartition("/")[2] for other in others]), together),) if others else ()
    return Leads(say("profile.connects"), tuple(connects)), Leads(say("profile.compare"), beside)


def sections(atlas: Atlas, name: str) -> tuple[Section, ...]:
    """Who contributes, and what is near."""
    one = {"repository": name, "limit": TOP}
    return (
        section(atlas, "contributors", "project-contributors", one),
        section(atlas, "near", "repository-overlap", one),
    )


def shares(atlas: Atlas, name: str) -> tuple[Shares, ...]:
    """Where the developers work and live, unknown among them."""
    rows = part(atlas, "developer-origins", {"repositories": [name]}).table.records()
    titles = {"organization": say("profile.work"), "country": say("profile.live")}
    found = {by: [row for row in rows if row["by"] == by] for by in titles}
    return tuple(_shares(titles[by], by, of) for by, of in found.items() if of)


def _shares(title: str, by: str, rows: Sequence[Mapping[str, object]]) -> Shares:
    parts = [
        Share(cell(row["name"], by), int(str(row["developers"])), unknown=row["name"] == "unknown") for row in rows
    ]
    return Shares(title, parts[:SHARES], int(str(rows[0]["all_developers"])), about=say("profile.severalEach"))


def series(atlas: Atlas, name: str) -> tuple[Series, ...]:
    """OpenRank by month, one series for each preset and source."""
    rows = part(atlas, "openrank-series", {"repositories": [name]}).table.records()
    kinds = dict.fromkeys((str(row["preset"]), str(row["source"])) for row in rows)
    return tuple(
        Series("OpenRank", _points([row for row in rows if (row["preset"], row["source"]) == kind]), *kind)
        for kind in kinds
    )


def _points(rows: Sequence[Mapping[str, object]]) -> tuple[Point, ...]:
    return tuple(Point(str(row["month"]), float(str(row["openrank"]))) for row in rows)

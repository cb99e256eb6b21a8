"""The home page: a question with its network, what is loaded, and ways in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.pages.gallery import gallery
from api.pages.gather import part, picture
from api.story import EXAMPLE, shared_in_words
from graph.version import MEASURE
from viz import addresses
from viz.language import say
from viz.page_data import Count, Home, Link

if TYPE_CHECKING:
    from api.web.atlas import Atlas
    from graph.model import Props

WAYS = {
    "central": addresses.query("centrality"),
    "clusters": addresses.query("domain-clusters"),
    "all": addresses.QUERIES,
}
"""Where one may go from here, each by the key of its words."""


def home_data(atlas: Atlas) -> Home:
    """What the home page shows."""
    shared = part(atlas, "shared-developers", EXAMPLE)
    return Home(
        say("home.question"),
        shared_in_words(shared.table),
        picture(atlas, "overlap-network", EXAMPLE, view="overlap"),
        addresses.view("overlap-network", parameters=EXAMPLE),
        counts(atlas),
        snapshots(atlas),
        tuple(Link(say(f"home.{way}"), href, say(f"home.{way}About")) for way, href in WAYS.items()),
        gallery(atlas),
    )


def counts(atlas: Atlas) -> tuple[Count, ...]:
    """How many nodes of each kind are loaded, kinds without any left out."""
    rows = part(atlas, "contents", {}).table.records()
    return tuple(Count(str(row["label"]), int(str(row["nodes"]))) for row in rows if row["nodes"])


def snapshots(atlas: Atlas) -> tuple[Props, ...]:
    """The loads, newest first; runs of measures are not among them."""
    rows = part(atlas, "snapshots", {}).table.records()
    loads = [row for row in rows if row["source"] != MEASURE]
    return tuple(sorted(loads, key=lambda row: str(row["loaded_at"]), reverse=True))  # type: ignore[arg-type]

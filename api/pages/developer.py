"""The page of a developer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from api.pages.facts import facts
from api.pages.gallery import views_of
from api.pages.gather import TOP, section
from graph.model import Column, Coverage, Table
from viz import addresses
from viz.language import say
from viz.page_data import DeveloperPage, Link, Section

if TYPE_CHECKING:
    from api.answer import Answer
    from api.web.atlas import Atlas

ALWAYS = ("countries", "repositories", "first_month", "last_month")
LEFT_OUT = ("developer", "affiliations", "sources", "bot")
AFFILIATION = {
    "organization": "str", "from": "str", "to": "str", "source": "str", "confidence": "float", "raw": "str",
}  # fmt: skip


def developer_data(atlas: Atlas, login: str, profile: Answer) -> DeveloperPage:
    """What the page of the developer `login`, of whom `profile` tells, shows."""
    known = profile.row
    return DeveloperPage(
        login,
        facts(profile.table, always=ALWAYS, left_out=LEFT_OUT if not known["bot"] else LEFT_OUT[:-1]),
        links=(Link(say("profile.onHost"), addresses.code_host(login)),),
        leads=(views_of(atlas.catalogue, "developer", login),),
        sections=sections(atlas, login, affiliations(known["affiliations"], profile.coverage)),
        coverage=profile.coverage,
    )


def sections(atlas: Atlas, login: str, employers: Table) -> tuple[Section, ...]:
    """Affiliations, repositories, partners."""
    one = {"developer": login}
    about, unknown = say("profile.affiliationsAbout"), say("profile.affiliationsEmpty")
    return (
        Section(say("profile.affiliations"), employers, about, empty=unknown),
        section(atlas, "repositories", "developer-repositories", one),
        section(atlas, "partners", "partners", one | {"limit": TOP}),
    )


def affiliations(stated: object, coverage: Coverage) -> Table:
    """The statements about employers as a table."""
    maps = cast("Sequence[Mapping[str, object]]", stated or ())
    columns = tuple(Column(name, kind, say(f"profile.{name}")) for name, kind in AFFILIATION.items())
    return Table(columns, [[each.get(name) for name in AFFILIATION] for each in maps], coverage)

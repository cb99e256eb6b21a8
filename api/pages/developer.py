"""The page of a developer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from api.pages.facts import facts
from api.pages.gather import TOP, section
from graph.model import Column, Coverage, Table
from viz import addresses
from viz.page_data import DeveloperPage, Link, Section

if TYPE_CHECKING:
    from api.answer import Answer
    from api.web.atlas import Atlas

ALWAYS = ("countries", "repositories", "first_month", "last_month")
LEFT_OUT = ("developer", "affiliations", "sources", "bot")
AFFILIATION = (
    Column("organization", "str", "employer or university"),
    Column("from", "str", "since when, as the source says"),
    Column("to", "str", "until when, as the source says"),
    Column("source", "str", "who says so"),
    Column("confidence", "float", "0..1, of the reading of the text"),
    Column("raw", "str", "the text that was read"),
)


def developer_data(atlas: Atlas, login: str, profile: Answer) -> DeveloperPage:
    """What the page of the developer `login`, of whom `profile` tells, shows."""
    known = profile.row
    return DeveloperPage(
        login,
        facts(profile.table, always=ALWAYS, left_out=LEFT_OUT if not known["bot"] else LEFT_OUT[:-1]),
        links=(Link("On its code host", addresses.code_host(login)),),
        sections=sections(atlas, login, affiliations(known["affiliations"], profile.coverage)),
        coverage=profile.coverage,
    )


def sections(atlas: Atlas, login: str, employers: Table) -> tuple[Section, ...]:
    """Affiliations, repositories, partners."""
    one = {"developer": login}
    unknown = "The developer states no organization that could be read; it counts as unknown."
    return (
        Section("Affiliations", employers, "What is stated, by whom, and how sure its reading is.", empty=unknown),
        section(atlas, "Repositories", "developer-repositories", one, empty="No source tells of contributions."),
        section(atlas, "Partners", "partners", one | {"limit": TOP}, empty="Nobody else is known there."),
    )


def affiliations(stated: object, coverage: Coverage) -> Table:
    """The statements about employers as a table."""
    maps = cast("Sequence[Mapping[str, object]]", stated or ())
    return Table(AFFILIATION, [[each.get(column.name) for column in AFFILIATION] for each in maps], coverage)

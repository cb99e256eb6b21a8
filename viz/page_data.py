"""What each page is made of: plain values that the API gathers and `viz.pages` turns into HTML.

How to fill them (all are frozen dataclasses; everything with a default may be left out):

- Answers pass through as they are: hand over the catalogue's `Table` or `Network`, do not reshape it. A column named
  `login`, `developer` or `maintainer` links to developers, `repository`, `name_with_owner` or `left`/`right` of a pair
  to repositories; `None` is shown as "unknown" (see `viz.templating`).
- Addresses come from `viz.addresses` (pages, exports, API), so that pages and routes agree on them. Static files are
  served from the folder `viz.addresses.STATIC_FOLDER` under `viz.addresses.STATIC`.
- Every page is sent with the header `Content-Security-Policy: <viz.pages.CONTENT_SECURITY_POLICY>`.
- The search box asks `GET /api/v1/search?q=<text>&limit=10`; without a text, the query `search`.
  It reads the answer's `rows`: `label` (schema label), `title`, `key`, `about` and `also`; the browser makes the
  page's address of label and title.

Nothing here is HTML: texts are escaped by the templates.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.capped import Caps
from graph.database import Step
from graph.model import Coverage, Network, Props, Table
from graph.remarks import Remark
from viz.aggregate import Show
from viz.vega.drawn import Drawn

SOME = Show()


@dataclass(frozen=True, slots=True)
class Link:
    """An address with its title, and one sentence about what stands there."""

    title: str
    href: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter of a query as a form field.

    `type` is the header's (`int`, `float`, `bool`, `str`, `list[str]`, `month`); `choices` make it a selection;
    `minimum` and `maximum` bound a number, and how many a list has; `several_of` is the label of what a list names,
    `names` that of what a list or a single value does. One that is `optional` narrows what is asked where it has a
    value.
    """

    name: str
    type: str
    value: object
    about: str
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    several_of: str = ""
    optional: bool = False
    names: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a profile: name, value (None is "unknown"), what it means, its link, a note such as its month."""

    name: str
    value: object
    about: str = ""
    href: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many nodes of a label (of `graph.schema.NODES`) or edges of a type (of `graph.schema.EDGES`) are loaded."""

    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series at a month such as `2025-04`."""

    month: str
    value: float


@dataclass(frozen=True, slots=True)
class Series:
    """A measured series, oldest first, with its metric, preset (definition and version) and source."""

    title: str
    points: tuple[Point, ...]
    preset: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A network with the query and Cypher behind it.

    `view` names a module of `viz.views` (`overlap`, `collaboration`, `ego`); empty means the one that suits the
    network. `centre` is the key of the node that the picture is about, for `ego`. `statement` are the parameters as
    the Cypher sees them: keys of nodes in place of names. `show` says how much of a large network is drawn.
    """

    network: Network
    query: str = ""
    cypher: str = ""
    parameters: Mapping[str, object] = field(default_factory=dict)
    view: str = ""
    centre: str = ""
    statement: Mapping[str, object] = field(default_factory=dict)
    show: Show = SOME


@dataclass(frozen=True, slots=True)
class QueryFamily:
    """The queries of one family, each with its title, page and about."""

    title: str
    queries: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Gallery:
    """All views by family; `pictures` is whether small pictures of them are shown: not before there are data."""

    families: tuple[QueryFamily, ...] = ()
    pictures: bool = False


@dataclass(frozen=True, slots=True)
class Home:
    """The first page: a live network that answers `question` in `answer`, what is loaded, and ways in.

    `picture` is None where nothing is loaded yet; `snapshots` are maps of Snapshot properties, newest first.
    """

    question: str
    answer: str
    picture: Picture | None
    picture_href: str
    counts: tuple[Count, ...]
    snapshots: tuple[Props, ...]
    ways: tuple[Link, ...]
    gallery: Gallery = field(default_factory=Gallery)


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """A network as a page: `title`, the `question` in words, the picture, the query's parameters as a form.

    `answer` is the finding in a sentence where one is known; `exports` are the API's formats of the same answer;
    `crumbs` lead back (home is added). `shared` is what the share dialog needs (`viz.sharing`), `files` are the view's
    own formats. `data` is the address of the network as JSON: a page of a large one asks for it when it is there.
    `whole` is the address of the page that draws every node, where this one may not; `more` that of the page that asks
    for more than this one, where the limits allow it; `undated` says what of the picture months do not change.
    """

    title: str
    question: str
    picture: Picture
    answer: str = ""
    fields: tuple[Field, ...] = ()
    exports: tuple[Link, ...] = ()
    crumbs: tuple[Link, ...] = ()
    files: tuple[Link, ...] = ()
    shared: Mapping[str, str] = field(default_factory=dict)
    data: str = ""
    whole: str = ""
    more: str = ""
    undated: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to look at a chart: what is chosen, and a link for each choice, the present one without an address."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A chart of an answer: the view's name, title and page, and the question in words."""

    name: str
    title: str
    about: str
    drawn: Drawn
    table: Table
    href: str = ""


@dataclass(frozen=True, slots=True)
class ChartPage:
    """A chart as a page: the chart, the query's parameters as a form, ways to look at it, and charts that stand below.

    `shared` is what the share dialog needs (`viz.sharing`), `files` are the view's own formats, `exports` the API's.
    `more` is the address of the page that asks for more rows, where the limit allows it; `near` are views that may
    answer where this one has nothing to draw. `params` are the values that the statement sees, as cypher-shell
    takes them.
    """

    panel: Panel
    fields: tuple[Field, ...] = ()
    choices: tuple[Choice, ...] = ()
    files: tuple[Link, ...] = ()
    exports: tuple[Link, ...] = ()
    crumbs: tuple[Link, ...] = ()
    cypher: str = ""
    parameters: Mapping[str, object] = field(default_factory=dict)
    shared: Mapping[str, str] = field(default_factory=dict)
    below: tuple[Panel, ...] = ()
    more: str = ""
    near: tuple[Link, ...] = ()
    params: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled table of a profile page. `query` links to the query that answers it; `empty` says what to do next."""

    title: str
    table: Table
    about: str = ""
    query: str = ""
    empty: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole: an organization's or country's developers out of all, unknown among them."""

    title: str
    count: int
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Shares:
    """How a whole is made up, largest first; `total` is the denominator, `unit` what is counted: "" is developers."""

    title: str
    parts: Sequence[Share]
    total: int
    unit: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Leads:
    """Links of one kind that lead on from a page, and what kind that is."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RepositoryPage:
    """A repository: facts, contributors, where they come from, what is near it, its series, its small network."""

    name: str
    facts: tuple[Fact, ...]
    about: str = ""
    links: tuple[Link, ...] = ()
    sections: tuple[Section, ...] = ()
    shares: tuple[Shares, ...] = ()
    series: tuple[Series, ...] = ()
    picture: Picture | None = None
    coverage: Coverage = field(default_factory=Coverage)
    leads: tuple[Leads, ...] = ()


@dataclass(frozen=True, slots=True)
class DeveloperPage:
    """A developer: facts, repositories with periods and sources, dated affiliations with source, partners."""

    login: str
    facts: tuple[Fact, ...]
    links: tuple[Link, ...] = ()
    sections: tuple[Section, ...] = ()
    picture: Picture | None = None
    coverage: Coverage = field(default_factory=Coverage)
    leads: tuple[Leads, ...] = ()


@dataclass(frozen=True, slots=True)
class QueryPage:
    """One query of the catalogue with its answer. `table` is None before required parameters are given.

    `params` are the values that the statement sees, as cypher-shell takes them.
    """

    name: str
    title: str
    about: str
    fields: tuple[Field, ...]
    table: Table | None
    cypher: str
    exports: tuple[Link, ...] = ()
    command: str = ""
    picture_href: str = ""
    params: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """The parameters of a view or query with what was typed, and the address that they are sent to."""

    action: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """A failure: HTTP status, title, what happened in one sentence, and what to do next.

    `near` are the same question with another name in place of one that there is not, `form` asks anew.
    """

    status: int
    title: str
    detail: str
    hint: str = ""
    near: tuple[Link, ...] = ()
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class ConsolePage:
    """The console: the statement and the parameters (as JSON) to begin with, and the catalogue to choose from.

    On a `closed` one statements can be read, and do not run; elsewhere they run within `caps`.
    """

    statement: str
    parameters: str
    families: tuple[QueryFamily, ...]
    closed: bool = False
    caps: Caps = field(default_factory=Caps)


@dataclass(frozen=True, slots=True)
class Found:
    """What a statement told, as the console shows it: a table, a network or a chart, a plan, and remarks.

    `ran` is false where only its plan was asked for.
    """

    table: Table
    network: Network | None = None
    panel: Panel | None = None
    plan: Step | None = None
    remarks: tuple[Remark, ...] = ()
    axes: Mapping[str, str] = field(default_factory=dict)
    cut_by: str = ""
    seconds: float = 0.0
    has_nodes: bool = False
    ran: bool = True

    @property
    def db_hits(self) -> int:
        """Reads of the store in all steps of the plan."""
        return sum(step.db_hits or 0 for step in self.plan.walk()) if self.plan else 0

"""The graph, declared once: from here come constraints, MERGE statements, the data dictionary, legend and checks."""

from __future__ import annotations

from graph.kinds import EdgeKind, NodeKind, Prop

NAME = Prop("name", "str", "the name as its source writes it", required=True, indexed=True)
SOURCE = Prop("source", "str", "which source says so", required=True)
PERIOD = Prop("period", "period", "a month, or the span of a table of totals", required=True)
SINCE = Prop("since", "date", "since when, as precise as the source is")

REPOSITORY = NodeKind(
    "Repository",
    "repositories",
    "A repository on a code host; one node through renames, another one when deleted and created again.",
    (
        Prop("name", "str", "owner/name, at present", required=True, indexed=True),
        Prop("platform", "str", "code host, such as github", required=True),
        Prop("github_id", "int", "id on GitHub, which renames do not change"),
        Prop("former_names", "list[str]", "owner/name that it had before"),
        Prop("project", "str", "name of the project in prose"),
        Prop("language", "str", "main programming language"),
        Prop("license", "str", "SPDX identifier"),
        Prop("created_at", "date", "when it was created, as precise as the source is"),
        Prop("released_at", "date", "when it was first published"),
        Prop("released_note", "str", "how the release date is known"),
        Prop("last_commit_at", "date", "last commit by committer date, at the source's reading"),
        Prop("openrank_12m_sum", "float", "sum of twelve months of OpenRank; the window is not published"),
        Prop("graveyard_note", "str", "why a report counts it among the ended or declining"),
        Prop("stack_tier", "str", "tier within its layer of the LLM stack"),
        Prop("degree", "float", "repositories that share a developer with it (measure `centrality`)"),
        Prop("pagerank", "float", "PageRank over shared developers (measure `centrality`)"),
        Prop("betweenness", "float", "betweenness over shared developers, 0..1 (measure `centrality`)"),
        Prop("community", "int", "Leiden community over shared developers (measure `leiden`)", indexed=True),
    ),
    color="#0072B2",
    shape="square",
    searched=("name", "project", "former_names"),
)
DEVELOPER = NodeKind(
    "Developer",
    "developers",
    "A person's account on a code host, or a machine's where `bot` is true.",
    (
        Prop("login", "str", "login, at present", required=True, indexed=True),
        Prop("platform", "str", "code host, such as github", required=True),
        Prop("github_id", "int", "id on GitHub, which renames do not change"),
        Prop("former_logins", "list[str]", "logins that the account had before"),
        Prop("bot", "bool", "whether it is a machine's account"),
        Prop("bot_reason", "str", "the rule that told so"),
    ),
    color="#E69F00",
    title="login",
    searched=("login", "former_logins"),
)
ORGANIZATION = NodeKind(
    "Organization",
    "organizations",
    "A company, university, foundation or community.",
    (
        NAME,
        Prop("kind", "str", "company, university, foundation, community or unknown"),
        Prop("country", "str", "ISO code of its seat, where known"),
        Prop("handles", "list[str]", "its accounts on code hosts"),
    ),
    color="#009E73",
    shape="hexagon",
    searched=("name", "handles"),
)
COUNTRY = NodeKind(
    "Country",
    "countries",
    "A country or territory of ISO 3166.",
    (NAME, Prop("code", "str", "ISO 3166 alpha-2", required=True)),
    color="#CC79A7",
    shape="text",
    searched=("name",),
)
DOMAIN = NodeKind(
    "Domain",
    "domains",
    "A node of a labelled tree: layer, section, domain, subdomain, or a flat list of categories.",
    (
        NAME,
        Prop("taxonomy", "str", "which tree or list it is of", required=True, indexed=True),
        Prop("level", "str", "layer, section, domain, subdomain or category", required=True),
    ),
    color="#56B4E9",
    shape="ellipse",
    searched=("name",),
)
TOPIC = NodeKind("Topic", "topics", "A topic that a repository's owners gave it.", (NAME,), color="#999999")
TECHNIQUE = NodeKind("Technique", "techniques", "A method that projects implement.", (NAME,), color="#F0E442")
FEATURE = NodeKind(
    "Feature", "features", "A capability that platforms are compared by.", (NAME,), color="#F0E442"
)
PRODUCT = NodeKind(
    "Product",
    "products",
    "A product, standard, dataset or benchmark without a repository of its own.",
    (NAME, Prop("kind", "str", "product, standard, dataset, benchmark or project", required=True), SINCE),
    color="#D55E00",
    shape="diamond",
    searched=("name",),
)
EVENT = NodeKind(
    "Event",
    "events",
    "Something dated that charts mark.",
    (
        Prop("date", "date", "when, as precise as the source is", required=True, indexed=True),
        Prop("kind", "str", "release, governance, standard or end", required=True),
        Prop("name", "str", "what happened", required=True),
        Prop("subject", "str", "whom it concerns", required=True),
        SOURCE,
    ),
    color="#999999",
    shape="triangle",
)
FIGURE = NodeKind(
    "Figure",
    "figures",
    "A figure that a report publishes: the work list of `ossatlas reproduce`.",
    (
        Prop("id", "str", "its number in our list", required=True),
        Prop("subject", "str", "what it is about", required=True),
        Prop("name", "str", "what is counted", required=True),
        Prop("value", "float", "the published value", required=True),
        Prop("unit", "str", "unit of the value", required=True),
        Prop("note", "str", "what is known about it"),
        SOURCE,
    ),
    color="#999999",
)
MONTH = NodeKind(
    "Month",
    "months",
    "A calendar month, UTC.",
    (Prop("month", "month", "such as 2025-04", required=True),),
    color="#999999",
    title="month",
)
SNAPSHOT = NodeKind(
    "Snapshot",
    "snapshots",
    "One load of one source: what was read, when, how much of it was taken, and what it covers.",
    (
        SOURCE,
        Prop(
            "method",
            "str",
            "how the source knows: correction, events, totals, git, git-fork, reference",
            required=True,
        ),
        Prop("dataset", "str", "file or scope within the source", required=True),
        Prop("title", "str", "the source in words, for a citation", required=True),
        Prop("address", "str", "where it was read"),
        Prop("content_hash", "str", "SHA-256 of what was read", required=True),
        Prop("as_of", "date", "the day that the source's data stand for", required=True),
        Prop("covers_from", "month", "first month covered, of a source with months"),
        Prop("covers_to", "month", "last month covered, of a source with months"),
        Prop("rows_in", "int", "rows read", required=True),
        Prop("rows_taken", "int", "rows that are in the graph", required=True),
        Prop("rows_refused", "int", "rows refused", required=True),
        Prop("refused", "list[str]", "the first refused rows: file, line, field, found, expected"),
        Prop("gaps", "list[str]", "what the source is known to lack"),
        Prop("state", "str", "loading or complete", required=True),
        Prop("loaded_at", "str", "when it was loaded, UTC; outside the canonical hash"),
    ),
    color="#999999",
    title="source",
)

ACTIVITIES = (
    Prop("merged_prs", "int", "own pull requests merged"),
    Prop("opened_prs", "int", "pull requests opened"),
    Prop("reviews", "int", "reviews given"),
    Prop("merged_others", "int", "pull requests of others merged"),
    Prop("opened_issues", "int", "issues opened"),
    Prop("closed_issues", "int", "issues closed"),
    Prop("issue_comments", "int", "comments on issues and pull requests"),
    Prop("review_comments", "int", "comments on changed lines"),
    Prop("pushes", "int", "pushes"),
    Prop("commits", "int", "commits authored on the default branch"),
    Prop("stars", "int", "stars given"),
    Prop("activity", "float", "OpenDigger's activity of the pair, without unit"),
)
CONTRIBUTED_TO = EdgeKind(
    "CONTRIBUTED_TO",
    ("Developer",),
    ("Repository",),
    "What a developer did in a repository in one period, by one source. Sources are never added up.",
    (PERIOD, *ACTIVITIES, SOURCE),
    key_props=("source", "period"),
)
COVERED_BY = EdgeKind(
    "COVERED_BY",
    ("Repository",),
    ("Snapshot",),
    "A source tells of a repository's contributions: which kinds, in which months. It decides which source answers.",
    (
        SOURCE,
        Prop("method", "str", "how the source knows, which is its rank", required=True),
        Prop("rank", "int", "1 answers before 5: correction, events, totals, git, git-fork", required=True),
        Prop("activities", "list[str]", "properties of CONTRIBUTED_TO that it counts", required=True),
        Prop("covers_from", "month", "first month covered", required=True),
        Prop("covers_to", "month", "last month covered", required=True),
        Prop("commits_total", "int", "commits in the history that was read"),
        Prop("commits_attributed", "int", "of these, commits given to a login"),
        Prop("commits_bot", "int", "of these, commits by bots"),
        Prop("commits_unattributed", "int", "of these, commits without a known login"),
        Prop("head_commit", "str", "the commit that was read last"),
        Prop("read_from", "str", "the name under which the history was stored"),
        Prop("note", "str", "what is known about the coverage"),
    ),
)
NOT_COVERED_BY = EdgeKind(
    "NOT_COVERED_BY",
    ("Repository",),
    ("Snapshot",),
    "A source was asked for a repository and could not tell: a gap, with its reason.",
    (SOURCE, Prop("note", "str", "why", required=True)),
)
AFFILIATED_WITH = EdgeKind(
    "AFFILIATED_WITH",
    ("Developer",),
    ("Organization",),
    "A developer works or studies at, by one source. Sources stand side by side.",
    (
        SOURCE,
        Prop("rank", "int", "1 a correction, 2 a published table or profile, 3 an inference", required=True),
        Prop("confidence", "float", "0..1, of the reading of the text", required=True),
        Prop("raw", "str", "the text that was read", required=True),
        Prop("from", "date", "since when"),
        Prop("to", "date", "until when"),
    ),
)
LOCATED_IN = EdgeKind(
    "LOCATED_IN",
    ("Developer",),
    ("Country",),
    "The country that a developer's stated location lies in. One who names several has several edges.",
    (
        SOURCE,
        Prop("confidence", "float", "0..1, of the reading of the text", required=True),
        Prop("raw", "str", "the text that was read", required=True),
    ),
)
STATED = EdgeKind(
    "STATED",
    ("Developer",),
    ("Snapshot",),
    "What a developer's profile said in words, kept so that unknown stays visible and can be resolved later.",
    (
        SOURCE,
        Prop("company", "str", "company as written"),
        Prop("location", "str", "location as written"),
        Prop("company_reason", "str", "why no organization was read from it"),
        Prop("location_reason", "str", "why no country was read from it"),
        Prop("location_candidates", "list[str]", "countries that it may mean"),
    ),
)
OWNS = EdgeKind(
    "OWNS",
    ("Organization",),
    ("Repository",),
    "The repository's owner is the organization's account.",
    (SOURCE,),
)
MAINTAINS = EdgeKind(
    "MAINTAINS",
    ("Developer",),
    ("Repository",),
    "Who answers for the repository.",
    (SOURCE, Prop("order", "int", "1 the first named", required=True)),
)
IN_DOMAIN = EdgeKind(
    "IN_DOMAIN", ("Repository", "Product"), ("Domain",), "A source's classification.", (SOURCE,)
)
PART_OF = EdgeKind(
    "PART_OF",
    ("Domain", "Organization"),
    ("Domain", "Organization"),
    "Belongs to a larger one.",
    (SOURCE, SINCE),
)
HAS_TOPIC = EdgeKind("HAS_TOPIC", ("Repository",), ("Topic",), "Its owners gave it the topic.", (SOURCE,))
USES_TECHNIQUE = EdgeKind(
    "USES_TECHNIQUE",
    ("Repository", "Product"),
    ("Technique",),
    "It implements the method.",
    (SOURCE, Prop("note", "str", "remark")),
)
OFFERS = EdgeKind(
    "OFFERS",
    ("Repository",),
    ("Feature",),
    "How far a platform has a capability.",
    (SOURCE, Prop("level", "str", "full, partial or none", required=True)),
)
BUILT_ON = EdgeKind(
    "BUILT_ON",
    ("Repository", "Product"),
    ("Repository",),
    "It needs the other to work.",
    (SOURCE, Prop("note", "str", "remark")),
)
_FOUNDED = ("Repository", "Organization", "Product")
FOUNDED_BY = EdgeKind("FOUNDED_BY", _FOUNDED, ("Organization",), "Who began it.", (SOURCE, SINCE))
HOSTED_BY = EdgeKind(
    "HOSTED_BY",
    ("Repository",),
    ("Organization",),
    "The foundation that governs it.",
    (SOURCE, SINCE, Prop("form", "str", "hosted, or in its ecosystem only", required=True)),
)
SUCCEEDED_BY = EdgeKind(
    "SUCCEEDED_BY", ("Repository",), ("Repository", "Product"), "What came after it.", (SOURCE, SINCE)
)
OPEN_COUNTERPART_OF = EdgeKind(
    "OPEN_COUNTERPART_OF",
    ("Repository",),
    ("Product",),
    "The open project beside a product or standard.",
    (SOURCE, SINCE),
)
MADE_BY = EdgeKind("MADE_BY", ("Product",), ("Organization",), "Who makes it.", (SOURCE,))
INTEGRATES = EdgeKind(
    "INTEGRATES",
    ("Repository",),
    ("Repository",),
    "The first took the second in.",
    (
        SOURCE,
        Prop("announced", "date", "when it was announced"),
        Prop("completed", "date", "when it was completed; missing where it is not or is not known"),
        Prop("evidence", "str", "where that can be read"),
        Prop("submitted_by", "str", "login of who did it"),
    ),
)
FORK_OF = EdgeKind("FORK_OF", ("Repository",), ("Repository",), "It began as a copy.", (SOURCE,))
CONCERNS = EdgeKind(
    "CONCERNS", ("Event", "Figure"), ("Repository", "Product", "Organization"), "What it is about.", (SOURCE,)
)
MEASURED = EdgeKind(
    "MEASURED",
    ("Repository", "Developer"),
    ("Month",),
    "A value of a series. A value over a span stands at its last month, with the span in `period`.",
    (
        Prop("metric", "str", "such as openrank, stars, participants", required=True),
        Prop("preset", "str", "definition and version of the metric, such as opendigger", required=True),
        Prop("value", "float", "the value, in the metric's unit", required=True),
        PERIOD,
        SOURCE,
    ),
    key_props=("metric", "preset", "source", "period"),
)
_RUN = (
    Prop("run", "str", "the Snapshot of the run that wrote it", required=True),
    Prop("from", "month", "first month of the window, where one was asked for"),
    Prop("to", "month", "last month of the window, where one was asked for"),
)
SHARES_DEVELOPERS = EdgeKind(
    "SHARES_DEVELOPERS",
    ("Repository",),
    ("Repository",),
    "Two repositories have developers in common; from the smaller key to the larger.",
    (
        Prop("developers", "int", "developers in both", required=True),
        Prop("jaccard", "float", "developers in both, of those in either, 0..1", required=True),
        Prop("lift", "float", "developers in both, over what chance would give", required=True),
        *_RUN,
    ),
    key_props=(),
    derived=True,
)
COLLABORATES_WITH = EdgeKind(
    "COLLABORATES_WITH",
    ("Developer",),
    ("Developer",),
    "Two developers work in the same repositories; from the smaller key to the larger.",
    (Prop("repositories", "int", "repositories in common", required=True), *_RUN),
    key_props=(),
    derived=True,
)

NODES: dict[str, NodeKind] = {
    kind.label: kind
    for kind in (
        REPOSITORY,
        DEVELOPER,
        ORGANIZATION,
        COUNTRY,
        DOMAIN,
        TOPIC,
        TECHNIQUE,
        FEATURE,
        PRODUCT,
        EVENT,
        FIGURE,
        MONTH,
        SNAPSHOT,
    )
}
EDGES: dict[str, EdgeKind] = {
    kind.type: kind
    for kind in (
        CONTRIBUTED_TO,
        COVERED_BY,
        NOT_COVERED_BY,
        AFFILIATED_WITH,
        LOCATED_IN,
        STATED,
        OWNS,
        MAINTAINS,
        IN_DOMAIN,
        PART_OF,
        HAS_TOPIC,
        USES_TECHNIQUE,
        OFFERS,
        BUILT_ON,
        FOUNDED_BY,
        HOSTED_BY,
        SUCCEEDED_BY,
        OPEN_COUNTERPART_OF,
        MADE_BY,
        INTEGRATES,
        FORK_OF,
        CONCERNS,
        MEASURED,
        SHARES_DEVELOPERS,
        COLLABORATES_WITH,
    )
}
METHODS = ("correction", "events", "totals", "git", "git-fork", "reference")
"""How a source knows, best first: the rank by which one source answers. `reference` tells no contributions."""

SEARCH_INDEX = "search"
ALIAS_LABEL = "Alias"
ALIAS_EDGE = "ALIAS_OF"

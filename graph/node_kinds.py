"""The kinds of nodes: labels with their properties, meanings and looks."""

from __future__ import annotations

from graph.kinds import NodeKind, Prop

NAME = Prop("name", "str", "the name as its source writes it", required=True, indexed=True)
SOURCE = Prop("source", "str", "which source says so", required=True)
PERIOD = Prop("period", "period", "a month, or the span of a table of totals", required=True)
SINCE = Prop("since", "date", "since when, as precise as the source is")
_OPENRANK = (
    Prop("openrank", "float", "newest OpenRank of the series that was run last (measure `openrank`)", derived=True),
    Prop("openrank_month", "month", "the month of that value, the last in which it was active", derived=True),
    Prop("openrank_preset", "str", "the series of that value: preset and version", derived=True),
)


def _centralities(neighbours: str, over: str, measure: str, pagerank: str) -> tuple[Prop, ...]:
    """What the measures of centrality write, on repositories or on developers."""
    said = f"over {over} (`{measure}`)"
    return (
        Prop("degree", "float", f"{neighbours} (`{measure}`)", derived=True),
        Prop("pagerank", "float", f"PageRank over {over} (`{pagerank}`)", derived=True),
        Prop("article_rank", "float", f"ArticleRank {said}", derived=True),
        Prop("eigenvector", "float", f"eigenvector centrality {said}, 0..1", derived=True),
        Prop("closeness", "float", f"closeness {said}, 0..1", derived=True),
        Prop("harmonic", "float", f"harmonic centrality {said}, 0..1", derived=True),
        Prop("betweenness", "float", f"betweenness {said}, 0..1", derived=True),
        Prop("betweenness_error", "float", "standard error of the betweenness, 0 where it is exact", derived=True),
    )


def _groups(over: str, measured: str = "") -> tuple[Prop, ...]:
    """What the measures of groups but Leiden write, on repositories or on developers; `measured` begins their names."""
    return (
        Prop("louvain", "int", f"Louvain community over {over} (measure `{measured}louvain`)", derived=True),
        Prop(
            "label_propagation",
            "int",
            f"community by label propagation (measure `{measured}label-propagation`)",
            derived=True,
        ),
        Prop("component", "int", f"connected component over {over} (measure `{measured}components`)", derived=True),
        Prop("core", "int", f"largest k of a k-core over {over} (measure `{measured}k-core`)", derived=True),
    )


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
        Prop("languages", "list[str]", "programming languages"),
        Prop("license", "str", "SPDX identifier"),
        Prop("description", "str", "the owners' own words, in one sentence"),
        Prop("default_branch", "str", "branch that work goes to"),
        Prop("archived", "bool", "whether its owners closed it for changes"),
        Prop("stars", "int", "stars, at the source's reading"),
        Prop("forks", "int", "forks, at the source's reading"),
        Prop("created_at", "date", "when it was created, as precise as the source is"),
        Prop("released_at", "date", "when it was first published"),
        Prop("released_note", "str", "how the release date is known"),
        Prop("first_commit_at", "date", "first commit by author date, which may be older than the repository"),
        Prop("last_commit_at", "date", "last commit by committer date, at the source's reading"),
        Prop("openrank_12m_sum", "float", "sum of twelve months of OpenRank; the window is not published"),
        Prop("graveyard_note", "str", "why a report counts it among the ended or declining"),
        Prop("stack_tier", "str", "tier within its layer of the LLM stack"),
        *_centralities(
            "repositories that share a developer with it", "shared developers", "repository-centrality", "pagerank"
        ),
        Prop(
            "community", "int", "Leiden community over shared developers (measure `leiden`)", indexed=True, derived=True
        ),
        *_groups("shared developers"),
        *_OPENRANK,
    ),
    color="#0072B2",
    shape="square",
    searched=("name", "project", "former_names"),
    former="former_names",
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
        Prop("created_at", "date", "when the account was made"),
        Prop("followers", "int", "accounts that follow this one, at the source's reading"),
        *_centralities(
            "developers who share a repository with them",
            "shared repositories",
            "developer-centrality",
            "developer-pagerank",
        ),
        Prop(
            "community",
            "int",
            "Leiden community over shared repositories (measure `developer-leiden`)",
            indexed=True,
            derived=True,
        ),
        *_groups("shared repositories", "developer-"),
        *_OPENRANK,
    ),
    color="#C37800",
    title="login",
    searched=("login", "former_logins"),
    former="former_logins",
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
        Prop("names_zh", "list[str]", "its names in Chinese, as the alias files and the source tell them"),
    ),
    color="#009E73",
    shape="hexagon",
    searched=("name", "handles", "names_zh"),
)
COUNTRY = NodeKind(
    "Country",
    "countries",
    "A country or territory of ISO 3166.",
    (
        NAME,
        Prop("code", "str", "ISO 3166 alpha-2", required=True),
        Prop("name_zh", "str", "the name in Chinese, as Unicode's CLDR has it"),
    ),
    color="#CC79A7",
    shape="triangle",
    searched=("name", "name_zh"),
)
DOMAIN = NodeKind(
    "Domain",
    "domains",
    "A node of a labelled tree: layer, section, domain, subdomain, or a flat list of categories.",
    (
        NAME,
        Prop("taxonomy", "str", "which tree or list it is of", required=True, indexed=True),
        Prop("level", "str", "layer, section, domain, subdomain, category, or the source's own word", required=True),
        Prop("name_zh", "str", "the name in Chinese, where the source tells both"),
        Prop("handles", "list[str]", "accounts, such as github:apache, whose repositories all belong to it"),
    ),
    color="#7D6BE0",
    shape="ellipse",
    searched=("name", "name_zh"),
)
TOPIC = NodeKind("Topic", "topics", "A topic that a repository's owners gave it.", (NAME,), color="#77797E")
LABEL = NodeKind(
    "Label", "labels", "A mark on pull requests, as a repository's people name it.", (NAME,), color="#77797E"
)
TECHNIQUE = NodeKind("Technique", "techniques", "A method that projects implement.", (NAME,), color="#857F1A")
FEATURE = NodeKind("Feature", "features", "A capability that platforms are compared by.", (NAME,), color="#857F1A")
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
    color="#77797E",
    shape="triangle",
)
FIGURE = NodeKind(
    "Figure",
    "figures",
    "A figure that a report publishes, to be set beside our own.",
    (
        Prop("id", "str", "its number in our list", required=True),
        Prop("subject", "str", "what it is about", required=True),
        Prop("name", "str", "what is counted", required=True),
        Prop("value", "float", "the published value", required=True),
        Prop("unit", "str", "unit of the value", required=True),
        Prop("note", "str", "what is known about it"),
        SOURCE,
    ),
    color="#77797E",
)
MONTH = NodeKind(
    "Month",
    "months",
    "A calendar month, UTC.",
    (Prop("month", "month", "such as 2025-04", required=True),),
    color="#77797E",
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
        Prop("parameters", "str", "parameters of a measure's run, as JSON"),
        Prop("graph_version", "str", "version of the loaded data that a measure's run started from"),
        Prop("needs", "list[str]", "measures that a measure's run started from"),
        Prop("state", "str", "loading, complete or unloading", required=True),
        Prop("loaded_at", "str", "when it was loaded, UTC; outside the canonical hash"),
    ),
    color="#77797E",
    title="source",
)

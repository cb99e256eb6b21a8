"""The kinds of edges: relationship types with their ends, properties and meanings."""

from __future__ import annotations

from dataclasses import replace

from graph.kinds import EdgeKind, Prop
from graph.node_kinds import PERIOD, SINCE, SOURCE

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
    Prop("co_authored_commits", "int", "commits of others that name the developer as co-author"),
    Prop("stars", "int", "stars given"),
    Prop("activity", "float", "OpenDigger's activity of the pair, without unit"),
)
CONTRIBUTED_TO = EdgeKind(
    "CONTRIBUTED_TO",
    ("Developer",),
    ("Repository",),
    "What a developer did in a repository in one period, by one source. Sources are never added up.",
    (
        replace(PERIOD, indexed=True),  # a month's OpenRank starts from what was done in it, anywhere
        *ACTIVITIES,
        Prop("commits_linked", "int", "of the commits, those given to the login by name or address alone"),
        SOURCE,
    ),
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
        Prop("rank", "int", "1 answers before 6: correction, api, events, totals, git, git-fork", required=True),
        Prop(
            "activities",
            "list[str]",
            "properties of CONTRIBUTED_TO that it counts; of a reference also series, whose zeros it leaves out",
            required=True,
        ),
        Prop("covers_from", "month", "first month covered", required=True),
        Prop("covers_to", "month", "last month covered", required=True),
        Prop("partial", "bool", "whether only a part of these months was read: it answers where nothing else does"),
        Prop("commits_total", "int", "commits in the history that was read"),
        Prop("commits_attributed", "int", "of these, commits given to a login"),
        Prop("commits_bot", "int", "of these, commits by bots"),
        Prop("commits_unattributed", "int", "of these, commits without a known login"),
        Prop("commits_linked", "int", "of the attributed, those given to a login by name or address alone"),
        Prop("head_commit", "str", "the commit that was read last"),
        Prop("read_from", "str", "the name under which the history was stored"),
        Prop("note", "str", "what is known about the coverage"),
    ),
    key_where_known=("partial",),
)
NOT_COVERED_BY = EdgeKind(
    "NOT_COVERED_BY",
    ("Repository",),
    ("Snapshot",),
    "A source was asked for a repository and could not tell: a gap, with its reason.",
    (SOURCE, Prop("note", "str", "why it could not tell", required=True)),
)
_READ_ON = Prop("read_on", "date", "the day on which this profile was read; missing where it is the Snapshot's")
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
        Prop("from", "date", "since when; missing where that is not known"),
        Prop(
            "to", "date", "until when, that day or month no more counted; missing where it still holds or is not known"
        ),
        _READ_ON,
    ),
    key_where_known=("from",),
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
        _READ_ON,
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
IN_DOMAIN = EdgeKind("IN_DOMAIN", ("Repository", "Product"), ("Domain",), "A source's classification.", (SOURCE,))
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
    ),
)
SUBMITTED = EdgeKind(
    "SUBMITTED",
    ("Developer",),
    ("Repository",),
    "Who took the repository into another one.",
    (SOURCE, Prop("into", "str", "owner/name of the other, as the source writes it", required=True)),
    key_props=("source", "into"),
)
FORK_OF = EdgeKind(
    "FORK_OF",
    ("Repository",),
    ("Repository",),
    "It began as a copy.",
    (SOURCE, Prop("ahead", "int", "own commits that the other does not have, at the source's reading")),
)
LABELLED = EdgeKind(
    "LABELLED",
    ("Repository",),
    ("Label",),
    "How many of its pull requests bear the label, by month of their opening.",
    (
        PERIOD,
        Prop("opened_prs", "int", "pull requests of the month that bear it", required=True),
        Prop("merged_prs", "int", "of these, merged by the source's reading", required=True),
        SOURCE,
    ),
    key_props=("source", "period"),
)
PROPOSED = EdgeKind(
    "PROPOSED",
    ("Developer",),
    ("Repository",),
    "Who opened one of the few pull requests of a month that people talked about most.",
    (
        PERIOD,
        Prop("number", "int", "number of the pull request within the repository", required=True),
        Prop("comments", "int", "comments of people, on lines too; missing where they were not read"),
        Prop("reviews", "int", "reviews by people; missing where they were not read"),
        Prop("people", "int", "people who commented or reviewed, its author not counted", required=True),
        Prop("merged_at", "date", "when it was merged; missing where it was not"),
        SOURCE,
    ),
    key_props=("source", "number"),
)
RELATED_TO = EdgeKind(
    "RELATED_TO",
    ("Repository", "Developer"),
    ("Repository", "Developer"),
    "A source's own network: how strongly it ties two; from the smaller key to the larger.",
    (SOURCE, PERIOD, Prop("weight", "float", "the source's weight, without unit", required=True)),
    key_props=("source", "period"),
)
CONCERNS = EdgeKind(
    "CONCERNS", ("Event", "Figure"), ("Repository", "Product", "Organization"), "What it is about.", (SOURCE,)
)
_PARTS = (
    Prop("new", "float", "of an OpenRank of ours: kept of what the month added to the own value", derived=True),
    Prop("inherited", "float", "kept of what the months before left", derived=True),
    Prop("background", "float", "what came through the background, from all alike", derived=True),
    Prop("surplus", "float", "of the background, what is added to each node on publication", derived=True),
    Prop("activity", "float", "the node's activity of the month by the preset's weights, without unit", derived=True),
    Prop("run", "str", "the Snapshot of the run that wrote it", derived=True),
)
MEASURED = EdgeKind(
    "MEASURED",
    ("Repository", "Developer", "Domain"),
    ("Month",),
    "A value of a series. A value over a span stands at its last month, with the span in `period`.",
    (
        Prop("metric", "str", "such as openrank, stars, participants", required=True),
        Prop("preset", "str", "definition and version of the metric, such as opendigger", required=True),
        Prop("value", "float", "the value, in the metric's unit", required=True),
        PERIOD,
        SOURCE,
        *_PARTS,
    ),
    key_props=("metric", "preset", "source", "period"),
)
_RUN = (
    Prop("run", "str", "the Snapshot of the run that wrote it", required=True),
    Prop("from", "month", "first month of the window, where one was asked for"),
    Prop("to", "month", "last month of the window, where one was asked for"),
)
_COLLABORATION = Prop(
    "collaboration",
    "float",
    "sum over what they share of a·b / (a + b), a and b the activities (OpenDigger); missing where no source tells it",
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
        Prop(
            "strength",
            "float",
            "each shared developer counts one over their other repositories (Newman)",
            required=True,
        ),
        _COLLABORATION,
        Prop("examples", "list[str]", "up to five of them, the most active first"),
        Prop("sources", "list[str]", "sources that answered for the two"),
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
    (
        Prop("repositories", "int", "repositories in common", required=True),
        Prop("jaccard", "float", "repositories in common, of those of either, 0..1", required=True),
        Prop(
            "strength",
            "float",
            "each common repository counts one over its other developers (Newman)",
            required=True,
        ),
        _COLLABORATION,
        Prop("examples", "list[str]", "up to five of them, those with most contributions of the two first"),
        Prop("sources", "list[str]", "sources that answered for them"),
        *_RUN,
    ),
    key_props=(),
    derived=True,
)

"""OSGraph's words: what its views, parameters, nodes and edges are called there, and what they are here."""

from __future__ import annotations

from dataclasses import dataclass

from graph.edge_kinds import (
    AFFILIATED_WITH,
    COLLABORATES_WITH,
    CONTRIBUTED_TO,
    HAS_TOPIC,
    IN_DOMAIN,
    LOCATED_IN,
    SHARES_DEVELOPERS,
)
from graph.node_kinds import COUNTRY, DEVELOPER, DOMAIN, ORGANIZATION, REPOSITORY, TOPIC

LANGUAGES = ("zh-CN", "en-US")
"""OSGraph's languages, the one that it answers in by default first."""

NODE_TYPES = {
    REPOSITORY.label: "Repo",
    DEVELOPER.label: "User",
    ORGANIZATION.label: "Company",
    COUNTRY.label: "Country",
    TOPIC.label: "Topic",
    DOMAIN.label: "Topic",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A type of edge: OSGraph's name for programs, and for readers in Chinese and in English."""

    type: str
    chinese: str
    english: str

    def named(self, language: str) -> str:
        """The name for readers."""
        return self.english if language == LANGUAGES[1] else self.chinese


BELONG = Word("Belong", "属于", "Belong")
CONTRIBUTE = Word("ContributeRepo", "贡献项目", "Contribute Repo")
KINDS = {
    "opened_prs": Word("CreatePR", "创建 PR", "Create PR"),
    "merged_prs": Word("PullRequestAction", "PR", "PR"),
    "opened_issues": Word("CreateIssue", "创建 Issue", "Create Issue"),
    "pushes": Word("Push", "推送", "Push"),
    "commits": Word("CommitAction", "提交", "Commit"),
    "reviews": Word("CodeReview", "CR", "CR"),
    "issue_comments": Word("CommentIssue", "评论 Issue", "Comment Issue"),
    "stars": Word("Star", "收藏", "Star"),
}
"""The word for each kind of contribution; further kinds are not known to OSGraph."""

TIES = {
    CONTRIBUTED_TO.type: (CONTRIBUTE, "contributions"),
    SHARES_DEVELOPERS.type: (Word("CommonDevelop", "共建", "Common Develop"), "developers"),
    COLLABORATES_WITH.type: (Word("CommonRepo", "合作项目", "Common Repo"), "repositories"),
    AFFILIATED_WITH.type: (BELONG, "developers"),
    LOCATED_IN.type: (BELONG, "developers"),
    HAS_TOPIC.type: (BELONG, "repositories"),
    IN_DOMAIN.type: (BELONG, "repositories"),
}
"""The word for each type of edge here, and the fact that is its count."""


@dataclass(frozen=True, slots=True)
class Lens:
    """A view of OSGraph: its name, ours, its parameters by ours, what is asked for beside, and what it lacks here.

    `kinds` tells whether a contribution is an edge for each of its kinds.
    """

    name: str
    view: str
    chinese: str
    english: str
    parameters: dict[str, str]
    subject: str
    fixed: dict[str, str]
    missing: tuple[str, ...] = ()
    kinds: bool = False


NO_SINGLE_THINGS = "CommonIssue and CommonPR are left out: single issues and pull requests are no nodes of this graph"
NO_OTHER_KINDS = (
    "kinds of contribution that the answering source does not count are left out: they are unknown, and not 0"
)
LENSES = {
    lens.name: lens
    for lens in (
        Lens(
            "project-contribution", "project-contribution", "项目贡献", "Project Contribution",
            {"start-time": "from", "end-time": "to", "repo-limit": "developers"}, "repository", {},
            (NO_OTHER_KINDS,), kinds=True,
        ),
        Lens(
            "project-community", "project-community", "项目社区", "Project Community",
            {"company-limit": "organizations", "country-limit": "countries", "user-limit": "developers"},
            "repository", {}, ("Star is left out: who starred does not count as a developer of the project",),
        ),
        Lens(
            "project-ecosystem", "project-ecosystem", "项目生态", "Project Ecosystem",
            {"repo-limit": "repositories"}, "repository", {"developers": "0"},
            ("Belong of a repository to its owner's account is left out: it says nothing beyond the name",),
        ),
        Lens(
            "developer-activity", "developer-activity", "开发活动", "Developer Activity",
            {"user-limit": "repositories"}, "developer", {}, (NO_OTHER_KINDS,), kinds=True,
        ),
        Lens(
            "os-partner", "developer-partners", "开源伙伴", "Open-source Partner",
            {"user-limit": "partners"}, "developer", {"repositories": "0"},
            (NO_SINGLE_THINGS, "CommonStar is left out: stars in common are not counted"),
        ),
        Lens(
            "os-interest", "developer-interests", "开源兴趣", "Open-source Interest",
            {"topic-limit": "topics", "repo-limit": "repositories"}, "developer", {},
        ),
    )
}  # fmt: skip
"""OSGraph's six views by its names."""

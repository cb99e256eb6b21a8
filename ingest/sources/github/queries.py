"""What is asked of GitHub: every REST path and every GraphQL query that this source uses, here and nowhere else.

REST paths are formats: `name` is owner/name or, once the id is known, the path begins with `/repositories/<id>`,
which renames do not change.
"""

from __future__ import annotations

from collections.abc import Sequence

RATE_LIMIT = "/rate_limit"
REPOSITORY_BY_NAME = "/repos/{name}"
REPOSITORY = "/repositories/{id}"
LANGUAGES = REPOSITORY + "/languages"
ISSUES = REPOSITORY + "/issues"
"""state=all, sort=updated, direction=asc, since: issues, and pull requests with merge time and labels."""
ISSUE_EVENTS = REPOSITORY + "/issues/events"
"""Newest first: who closed, who merged."""
ISSUE_COMMENTS = REPOSITORY + "/issues/comments"
REVIEW_COMMENTS = REPOSITORY + "/pulls/comments"
REVIEWS = REPOSITORY + "/pulls/{number}/reviews"
STARGAZERS = REPOSITORY + "/stargazers"
"""With the media type `STAR`, which adds when."""
PULLS = REPOSITORY + "/pulls"
"""Asked for one row, so that the number of pages tells how many there are."""
RELEASES = REPOSITORY + "/releases"
CONTRIBUTORS = REPOSITORY + "/contributors"
FORKS = REPOSITORY + "/forks"
COMPARE = REPOSITORY + "/compare/{base}...{head}"
USER = "/users/{login}"
USER_REPOSITORIES = "/users/{login}/repos"
PUBLIC_MEMBERS = "/orgs/{login}/public_members"
SEARCH_PULLS = "/search/issues"
"""q=`author:<login> type:pr is:merged is:public`, sort=updated: where a developer is active. Also q=`user:<login>
type:pr` or `type:issue`, of which the count alone is taken: how much there is to read."""
GRAPHQL = "/graphql"

JSON = "application/vnd.github+json"
STAR = "application/vnd.github.star+json"
VERSION = "2022-11-28"
PAGE = 100
"""Rows of a full page, the most that GitHub gives."""
PULLS_PAGE, SMALLEST_PAGE = 50, 1
"""Pull requests of one GraphQL answer, each with its reviews and labels; halved after each 502."""
PROFILES_PAGE = 50

WHO = """
fragment Who on Actor {
  __typename
  login
  ... on User { databaseId }
  ... on Bot { databaseId }
  ... on Mannequin { databaseId }
  ... on Organization { databaseId }
}
"""
REPOSITORY_QUERY = """
query Repository($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    databaseId nameWithOwner isPrivate isArchived description createdAt pushedAt stargazerCount forkCount
    defaultBranchRef { name }
    primaryLanguage { name }
    languages(first: 100, orderBy: {field: SIZE, direction: DESC}) { nodes { name } }
    licenseInfo { spdxId }
    repositoryTopics(first: 100) { nodes { topic { name } } }
    owner { __typename login ... on User { databaseId } ... on Organization { databaseId } }
    parent { databaseId nameWithOwner defaultBranchRef { name } }
    issues { totalCount }
    pullRequests { totalCount }
    releases { totalCount }
  }
}
"""
ISSUES_QUERY = (
    """
query Issues($owner: String!, $name: String!, $first: Int!, $after: String, $since: DateTime) {
  repository(owner: $owner, name: $name) {
    issues(first: $first, after: $after, orderBy: {field: UPDATED_AT, direction: ASC}, filterBy: {since: $since}) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        number createdAt updatedAt closedAt
        author { ...Who }
        timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) {
          nodes { ... on ClosedEvent { createdAt actor { ...Who } } }
        }
      }
    }
  }
}
"""
    + WHO
)
_REVIEW = "nodes { databaseId state submittedAt author { ...Who } } pageInfo { hasNextPage endCursor }"
PULLS_QUERY = (
    """
query Pulls($owner: String!, $name: String!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequests(first: $first, after: $after, orderBy: {field: UPDATED_AT, direction: DESC}) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        number createdAt updatedAt closedAt mergedAt
        author { ...Who }
        mergedBy { ...Who }
        labels(first: 100) { nodes { name } }
        reviews(first: 100) { """
    + _REVIEW
    + """ }
      }
    }
  }
}
"""
    + WHO
)
REVIEWS_QUERY = (
    """
query Reviews($owner: String!, $name: String!, $number: Int!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) { reviews(first: $first, after: $after) { """
    + _REVIEW
    + """ } }
  }
}
"""
    + WHO
)
STARS_QUERY = """
query Stars($owner: String!, $name: String!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    stargazers(first: $first, after: $after, orderBy: {field: STARRED_AT, direction: ASC}) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { starredAt node { __typename login databaseId } }
    }
  }
}
"""
_PROFILE = "databaseId login company location createdAt followers { totalCount }"


def profiles_query(logins: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The query for the profiles of `logins` and its variables; the n-th answer is called `u<n>`."""
    names = [f"$l{n}: String!" for n in range(len(logins))]
    asked = [f"u{n}: user(login: $l{n}) {{ {_PROFILE} }}" for n in range(len(logins))]
    text = f"query Profiles({', '.join(names)}) {{\n  " + "\n  ".join(asked) + "\n}"
    return text, {f"l{n}": login for n, login in enumerate(logins)}


GRAPHQL_QUERIES = {
    "Repository": REPOSITORY_QUERY,
    "Issues": ISSUES_QUERY,
    "Pulls": PULLS_QUERY,
    "Reviews": REVIEWS_QUERY,
    "Stars": STARS_QUERY,
    "Profiles": profiles_query(("octocat",))[0],
}
"""All queries by operation name, so that tests can check them against GitHub's schema."""

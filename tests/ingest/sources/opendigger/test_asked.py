"""What a user may name."""

from __future__ import annotations

import pytest

from graph.errors import BadInputError
from ingest.sources.opendigger.asked import Asked, read_asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("apache/doris", Asked("repository", "apache/doris", "github")),
        (" X-lab2017/open-digger ", Asked("repository", "X-lab2017/open-digger", "github")),
        ("https://github.com/apache/doris.git", Asked("repository", "apache/doris", "github")),
        ("https://gitee.com/dromara/hutool", Asked("repository", "dromara/hutool", "gitee")),
        ("gitee:dromara/hutool", Asked("repository", "dromara/hutool", "gitee")),
        ("GitLab.com:a/b/c", Asked("repository", "a/b/c", "gitlab.com")),
        ("@frank-zsy", Asked("developer", "frank-zsy", "github")),
        ("frank-zsy", Asked("developer", "frank-zsy", "github")),
        ("gitee:@openharmony_ci", Asked("developer", "openharmony_ci", "gitee")),
        (":companies/alibaba", Asked("label", "companies/alibaba")),
        (":bot", Asked("label", "bot")),
        ("labeled_data.tar.gz", Asked("file", "labeled_data.tar.gz")),
        ("./labeled_data", Asked("file", "./labeled_data")),
        ("domain_yamls/", Asked("file", "domain_yamls/")),
        ("/data/top.csv.gz", Asked("file", "/data/top.csv.gz")),
    ],
)
def test_a_name_means_a_repository_a_developer_a_label_or_a_file(text: str, asked: Asked) -> None:
    assert read_asked(text) == asked


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        (Asked("repository", "apache/doris", "github"), "github/apache/doris"),
        (Asked("label", "companies/alibaba"), "companies/alibaba"),
    ],
)
def test_open_digger_keeps_it_by_platform_and_name(asked: Asked, path: str) -> None:
    assert asked.path == path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "'' names nothing that OpenDigger tells of: expected owner/name, a login, a label"),
        ("a/b/c", "'a/b/c' names nothing"),
        ("two words", "'two words' names nothing"),
        ("阿里", "'阿里' names nothing"),
        ("a/..", "'a/..' names nothing"),
        (":", "':' is no label: expected a path such as :companies/alibaba"),
        (":a/../b", "':a/../b' is no label"),
        (":公司", "is no label"),
        ("svn:a/b", "svn is no code host that OpenDigger tells of: expected GitHub, Gitee"),
        ("https://example.org/a/b", "example.org is no code host that OpenDigger tells of: expected github.com"),
    ],
)
def test_what_names_nothing_is_refused_in_one_sentence(text: str, said: str) -> None:
    with pytest.raises(BadInputError) as caught:
        read_asked(text)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)

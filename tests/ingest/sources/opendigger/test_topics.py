"""The export of repositories with their topics."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.errors import BadInputError
from tests.ingest.sources.opendigger.world import desk, edges, nodes, opened, real, refusals

GOOD = '{"repo_id": 7, "repo_name": "a/b", "topics": ["llm", "人工智能"]}'


def lines(folder: Path, *rows: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "topics.jsonl"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_each_topic_of_a_repository_is_a_tie(tmp_path: Path) -> None:
    (dataset,) = opened(desk(tmp_path), lines(tmp_path, GOOD, '{"repo_id": 8, "repo_name": "c/d", "topics": []}'))
    assert [(edge.start.ref.key, edge.end.props["name"]) for edge in edges(dataset, "HAS_TOPIC")] == [
        ("github:7", "llm"),
        ("github:7", "人工智能"),
    ]
    assert nodes(dataset, "Repository").keys() == {"github:7", "github:8"}


def test_another_order_of_lines_is_the_same_data_set(tmp_path: Path) -> None:
    other = '{"repo_id": 8, "repo_name": "c/d", "topics": []}'
    one, two = lines(tmp_path / "one", GOOD, other), lines(tmp_path / "two", other, GOOD)
    assert opened(desk(tmp_path / "1"), one)[0].origin == opened(desk(tmp_path / "2"), two)[0].origin


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{", "topics.jsonl:1: row: found 'no JSON', expected an object with repo_id, repo_name and topics"),
        ("[1]", "topics.jsonl:1: row: found a list, expected an object"),
        (
            '{"repo_id": "7", "repo_name": "a/b", "topics": []}',
            "repo_id: found '7', expected a whole number, 1 or more",
        ),
        (
            '{"repo_id": 7, "repo_name": "ab", "topics": []}',
            "repo_name: found 'ab', expected a repository as owner/name",
        ),
        ('{"repo_id": 7, "repo_name": "a/b"}', "topics: found nothing, expected a list of words"),
        ('{"repo_id": 7, "repo_name": "a/b", "topics": [1]}', "topics: found 1, expected a word of up to 100 letters"),
        ('{"repo_id": 7, "repo_name": "a/b", "topics": [" "]}', "topics: found ' ', expected a word"),
    ],
)
def test_a_line_that_is_none_is_refused_alone(tmp_path: Path, row: str, said: str) -> None:
    (dataset,) = opened(desk(tmp_path), lines(tmp_path, row, GOOD))
    assert len(refusals(dataset)) == 1
    assert said in refusals(dataset)[0]
    assert len(edges(dataset, "HAS_TOPIC")) == 2


@pytest.mark.parametrize(("content", "said"), [(b"", "is empty: expected an object"), (b"\xff\n", "is not in UTF-8")])
def test_a_file_that_is_no_such_export_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "topics.jsonl"
    path.write_bytes(content)
    with pytest.raises(BadInputError, match=said):
        opened(desk(tmp_path), path)


def test_the_real_topics_are_all_there(tmp_path: Path) -> None:
    path = real("repo_topics.jsonl")
    told = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    (dataset,) = opened(desk(tmp_path), path)
    found = {(edge.start.ref.key, edge.end.props["name"]) for edge in edges(dataset, "HAS_TOPIC")}
    assert found == {(f"github:{one['repo_id']}", topic) for one in told for topic in one["topics"]}
    assert len(told) == 807

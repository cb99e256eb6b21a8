# ruff: noqa: RUF001 - Chinese signs look like others
from __future__ import annotations

import re
from pathlib import Path

import pytest

from cypher.catalogue import catalogue
from graph.kinds import EdgeKind, NodeKind
from graph.schema import EDGES, NODES
from viz.language import named, speaking, termed, translated
from viz.language.headers import entries
from viz.language.words import words

NAME = re.compile(r"owner/name|ISO 3166 alpha-2|SPDX identifier")
PLACE = re.compile(r"\{(\w+)\}")
LONG = 45
"""Texts longer than this are sentences of headers and of the schema, and not words of errors or data."""
ROOT = Path(__file__).parents[3]
SOURCES = [
    file.read_text(encoding="utf-8")
    for folder in ("api", "cypher", "graph", "ingest")
    for file in (ROOT / folder).rglob("*.*")
    if file.suffix in {".py", ".yml", ".yaml", ".toml", ".csv", ".cypher"}
]
SAID_ELSEWHERE = {text for text in entries("zh")["texts"] if any(text in source for source in SOURCES)}
"""Texts of errors and of the bundled tables."""


def test_a_text_is_looked_up_by_its_english() -> None:
    assert translated("Coverage") == "Coverage"
    with speaking("zh"):
        assert translated("Coverage") == "数据覆盖范围"


def test_what_nobody_translated_stays_as_it_is() -> None:
    with speaking("zh"):
        assert translated("no such text") == "no such text"
        assert translated("") == ""


def test_names_are_spoken() -> None:
    assert named("merged_prs") == "merged PRs"
    assert named("openrank_12m_sum") == "OpenRank 12m sum"
    with speaking("zh"):
        assert named("merged_prs") == named("merged prs") == "合并的 PR"
        assert named("what_nobody_named") == "what nobody named"


def test_a_value_of_a_fixed_set_stays_what_it_is_in_english() -> None:
    assert termed("merged_prs") == "merged_prs"
    with speaking("zh"):
        assert termed("merged_prs") == "合并的 PR"
        assert termed("constructor") == "constructor"


def told() -> list[str]:
    """Every English text that a page takes from a header or from the schema."""
    queries = [query for query in catalogue() if query.kind != "metric"]
    kinds: list[NodeKind | EdgeKind] = [*NODES.values(), *EDGES.values()]
    own = ("title", "about", "sizes", "weights", "undated")
    of_queries = [getattr(query, name) for query in queries for name in own]
    of_parts = [param.about for query in queries for param in query.params]
    of_parts += [column.about for query in queries for column in query.returns]
    of_kinds = [text for kind in kinds for text in (kind.about, *(prop.about for prop in kind.props))]
    words = [*of_queries, *of_parts, *of_kinds, *(node.plural for node in NODES.values())]
    return sorted({text for text in words if text})


def test_every_text_of_headers_and_schema_has_its_chinese() -> None:
    with speaking("zh"):
        missing = [text for text in told() if translated(text) == text and not NAME.fullmatch(text)]
    assert missing == [], "write the Chinese into viz/language/zh.headers.json, by the English"


def test_every_name_of_a_parameter_column_or_property_has_its_chinese() -> None:
    queries = [query for query in catalogue() if query.kind != "metric"]
    names = {param.name for query in queries for param in query.params}
    names |= {column.name for query in queries for column in query.returns}
    names |= {prop.name for node in NODES.values() for prop in node.props}
    names |= {prop.name for edge in EDGES.values() for prop in edge.props}
    missing = sorted(name for name in names if f"names.{name}" not in words("zh"))
    assert missing == [], "write the Chinese into the section `names` of viz/language/zh.json"


def test_chinese_texts_are_of_texts_that_there_are() -> None:
    parts = {text for text in entries("zh")["texts"] if len(text) > LONG}
    assert parts <= set(told()) | {query.title for query in catalogue()} | SAID_ELSEWHERE, (
        "the English has changed: look the Chinese over"
    )


@pytest.mark.parametrize("english", sorted(entries("zh")["patterns"]))
def test_a_pattern_fills_the_same_placeholders(english: str) -> None:
    chinese = entries("zh")["patterns"][english]
    assert sorted(PLACE.findall(english)) == sorted(PLACE.findall(chinese))


def test_what_fills_a_pattern_is_taken_over_and_translated() -> None:
    with speaking("zh"):
        assert translated("there is no view 'x'; there is nothing near").endswith("没有相近的名称")
        assert translated("a/b: found {x}, expected a number").endswith("应为数字")


def test_each_of_several_things_that_fill_a_pattern_is_translated() -> None:
    periods, told = (
        "2024-01..2024-12 and 2025-01..2025-12",
        "git covers 2024-01 to 2024-07; b covers 2025-01 to 2025-02",
    )
    said = f"left out, for no source tells of any contribution in both {periods}: a/b (nothing is loaded), m/n ({told})"
    with speaking("zh"):
        assert translated(said).endswith(
            "的任何贡献：a/b（没有加载任何数据）、m/n（git 覆盖 2024-01 至 2024-07；b 覆盖 2025-01 至 2025-02）"
        )
        assert translated("ambiguous: Canada or United States") == "有歧义：加拿大 或 美国"
        assert translated("Neo4j does not answer: no route, and no host").endswith("：no route, and no host")

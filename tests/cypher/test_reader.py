"""A query file into a Query."""

from __future__ import annotations

import pytest

from cypher.query import BUDGETS, Budget, Writes
from graph.model import Column
from graph.projection import Projection
from tests.cypher.sample import METRIC, NETWORK, ONE_OF, WHOLE, changed, sample, wrong


def test_a_whole_file_becomes_a_query() -> None:
    query = sample()
    assert (query.name, query.family, query.kind, query.file) == ("by-language", "q", "table", "q/by_language.cypher")
    assert (query.title, query.about) == ("Repositories by language", "Repositories written in a language.")
    assert [param.name for param in query.params] == ["language", "limit"]
    assert query.returns[0] == Column("repository", "str", "owner/name")
    assert query.text.startswith("MATCH (r:Repository")
    assert query.text.endswith("LIMIT $limit")
    assert query.examples == ({"language": "Python", "limit": "2"},)
    assert (query.budget, query.needs, query.writes, query.projection) == (BUDGETS["table"], (), None, None)


def test_lines_of_entries_and_of_the_statement_are_kept() -> None:
    query = sample()
    assert (query.line("title"), query.line("param", "limit"), query.line("returns", "license")) == (1, 5, 7)
    assert query.line("body") == 9
    assert query.line("nothing") == 1


@pytest.mark.parametrize("key", ["title", "about", "kind"])
def test_a_missing_or_empty_entry_is_told_how_to_write_it(key: str) -> None:
    line = next(line for line in WHOLE.splitlines() if line.startswith(f"// {key}"))
    assert changed(f"{line}\n", "")[0].startswith(f"1: `{key}` is missing: write `// {key}: ")
    assert f"`{key}` is missing" in changed(line, f"// {key}:")[0]


def test_a_missing_example_is_told_how_to_write_it() -> None:
    assert changed("// example: language=Python limit=2\n", "") == [
        "1: `example` is missing: write `// example: name=value name=value`, which has to return rows"
    ]


def test_an_example_may_be_empty_and_may_have_spaces_in_quotes() -> None:
    assert sample(METRIC).examples == ({},)
    assert sample(WHOLE.replace("language=Python", 'language="Visual Basic"')).examples[0]["language"] == "Visual Basic"
    assert "expected `name=value name='two words'`" in changed("language=Python limit=2", "Python")[0]
    assert "found example" in changed("language=Python limit=2", "language='Python")[0]


def test_an_unknown_kind_is_refused() -> None:
    assert changed("kind: table", "kind: list") == ["3: found kind 'list', expected table, graph or metric"]


def test_a_parameter_says_at_its_line_what_is_wrong() -> None:
    assert changed("language: str the language", "language: text the language")[0].startswith(
        "4: parameter `language`: found type 'text', expected str, int"
    )


def test_a_column_needs_a_type_and_a_meaning() -> None:
    assert changed("license: str SPDX identifier", "license: SPDX identifier")[0].startswith(
        "7: column `license`: found type 'SPDX', expected str, int, float, bool, month, period, date, url, map, or list"
    )
    assert changed("license: str SPDX identifier", "license: str") == [
        "7: column `license` has no meaning: write `// returns name: type meaning`"
    ]
    assert "found type ''" in changed("license: str SPDX identifier", "license:")[0]


BUDGET = "// kind: table\n"


def test_a_budget_has_seconds_rows_or_both() -> None:
    assert sample(WHOLE.replace(BUDGET, f"{BUDGET}// budget: 1.5 s, 500 rows\n")).budget == Budget(1.5, 500)
    assert sample(WHOLE.replace(BUDGET, f"{BUDGET}// budget: 2 s\n")).budget == Budget(2, 10_000)
    assert sample(WHOLE.replace(BUDGET, f"{BUDGET}// budget: 7 rows\n")).budget == Budget(10, 7)
    assert sample(METRIC).budget == Budget(600, None)
    assert changed(BUDGET, f"{BUDGET}// budget: fast\n") == [
        "4: found budget 'fast', expected `1 s, 10000 rows`, or one of both"
    ]


def test_needs_are_metrics_apart_by_commas() -> None:
    assert sample(WHOLE.replace(BUDGET, f"{BUDGET}// needs: leiden, shared-ties\n")).needs == ("leiden", "shared-ties")


def test_a_metric_writes_properties_of_nodes_or_of_edges() -> None:
    assert sample(METRIC).writes == Writes("Repository", ("community",))
    for text in ("Repository.degree, Repository.pagerank", "Repository.degree, pagerank"):
        assert sample(METRIC.replace("Repository.community", text)).writes == Writes(
            "Repository", ("degree", "pagerank")
        )
    ties = sample(METRIC.replace("Repository.community", "SHARES_DEVELOPERS {developers, jaccard}"))
    assert ties.writes == Writes("SHARES_DEVELOPERS", ("developers", "jaccard"), edges=True)
    assert changed("writes: Repository.community", "writes: community", METRIC)[0].startswith(
        "4: found writes 'community', expected `Repository.community`"
    )


def test_a_projection_has_nodes_edges_orientation_and_properties() -> None:
    assert sample(METRIC).projection == Projection(
        ("Repository",), ("SHARES_DEVELOPERS",), "UNDIRECTED", ("developers",)
    )
    two = sample(METRIC.replace("nodes=Repository edges", "orientation=reverse nodes=Repository,Developer edges"))
    assert two.projection == Projection(("Repository", "Developer"), ("SHARES_DEVELOPERS",), "REVERSE", ("developers",))
    assert changed("nodes=Repository ", "", METRIC)[0].startswith("5: found projection 'edges=SHARES_DEVELOPERS")
    assert changed("properties=", "props=", METRIC) == [
        "5: unknown part 'props' of the projection; did you mean 'properties'?"
    ]
    assert changed("edges=", "orientation=up edges=", METRIC) == [
        "5: found orientation 'up', expected undirected, natural or reverse"
    ]


def test_a_projection_may_come_from_a_fragment() -> None:
    text = METRIC.replace(
        "nodes=Repository edges=SHARES_DEVELOPERS properties", "from=pairs orientation=natural properties"
    )
    parts = {"pairs": "// Pairs.\n// include: those\nRETURN start, end", "those": "MATCH (start)--(end)"}
    rows = "MATCH (start)--(end)\nRETURN start, end"
    assert sample(text, parts).projection == Projection((), (), "NATURAL", ("developers",), rows, "pairs")
    assert wrong(text, {"pair": ""})[0].startswith("5: unknown fragment 'pairs'")
    assert wrong(text.replace("from=", "nodes=Repository from="), parts)[0].startswith("5: unknown part 'nodes' of the")


def test_a_graph_says_what_sizes_and_widths_mean() -> None:
    assert (sample(NETWORK).sizes, sample(NETWORK).weights) == ("stars", "developers")


@pytest.mark.parametrize("stem", ["By_Language", "by-language", "1st", "by__language"])
def test_a_file_name_has_small_letters_and_underscores(stem: str) -> None:
    assert wrong(WHOLE, file=f"q/{stem}.cypher")[0].startswith(f"1: found file name {stem!r}, expected small letters")


def test_one_of_is_said_with_each_of_its_parameters() -> None:
    query = sample(ONE_OF)
    assert query.one_of == ("language", "license")
    assert {name: query.param(name).about.partition("; ")[2] for name in query.one_of} == dict.fromkeys(  # type: ignore[union-attr] # it has both
        query.one_of, "one of language, license is needed"
    )
    assert sample().one_of == ()

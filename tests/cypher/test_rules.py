"""The rules of query files, each broken once."""

from __future__ import annotations

import pytest

from tests.cypher.sample import METRIC, NETWORK, ONE_OF, WHOLE, changed, wrong

LIMIT = "ORDER BY repository LIMIT $limit"


@pytest.mark.parametrize("text", [WHOLE, NETWORK, METRIC])
def test_a_whole_file_breaks_no_rule(text: str) -> None:
    assert wrong(text) == []


def test_there_is_a_statement() -> None:
    header = WHOLE[: WHOLE.index("MATCH")]
    assert wrong(header)[0] == "9: there is no statement below the header: write MATCH … RETURN …"


def test_a_statement_returns_something() -> None:
    header = WHOLE[: WHOLE.index("MATCH")]
    assert wrong(header + "MATCH (r:Repository {language: $language}) WITH r LIMIT $limit")[0] == (
        "9: the statement returns nothing: end it with RETURN …"
    )


@pytest.mark.parametrize("text", ["LOAD CSV FROM 'x' AS row", "CALL apoc.load.json('x') YIELD value"])
def test_a_statement_asks_the_graph_and_nothing_else(text: str) -> None:
    header, body = WHOLE[: WHOLE.index("MATCH")], WHOLE[WHOLE.index("MATCH") :]
    assert any("reads what is not in the graph: load it first" in line for line in wrong(f"{header}{text}\n{body}"))


def test_a_used_parameter_is_declared() -> None:
    assert changed("{language: $language}", "{language: $langage}") == [
        "10: `$langage` is not declared: write `// param langage: type meaning`; did you mean 'language'?",
        "4: parameter `language` is declared and `$language` does not stand in the statement: use it or remove it",
    ]


def test_a_declared_parameter_is_used() -> None:
    assert changed(" LIMIT $limit", "") == [
        "5: parameter `limit` is declared and `$limit` does not stand in the statement: use it or remove it"
    ]


def test_graph_is_the_name_of_a_declared_projection() -> None:
    line = "// projection: nodes=Repository edges=SHARES_DEVELOPERS properties=developers\n"
    assert changed(line, "", METRIC) == [
        "9: `$graph` stands for a projection: declare it with `// projection: nodes=… edges=…`"
    ]
    assert changed("$graph", "'graph'", METRIC) == [
        "5: a projection is declared and `$graph` does not stand in the statement: use it or remove it"
    ]


def test_a_parameter_does_not_take_the_name_of_an_option() -> None:
    text = WHOLE.replace("language: str", "format: str").replace("$language", "$format").replace("language=", "format=")
    assert wrong(text) == ["4: parameter `format` has a meaning of its own in commands: choose another name"]


def test_declared_columns_are_the_returned_ones() -> None:
    assert changed("// returns license: str SPDX identifier\n", "") == [
        "10: RETURN has `repository`, `license` and the header declares `repository`: both alike, in one order"
    ]
    swapped = changed("r.name AS repository, r.license AS license", "r.license AS license, r.name AS repository")
    assert "RETURN has `license`, `repository` and the header declares `repository`, `license`" in swapped[0]


def test_each_column_has_a_name() -> None:
    assert changed("r.license AS license", "r.license") == ["11: column 2 of RETURN has no name: write `… AS name`"]


def test_a_graph_returns_nodes_and_edges() -> None:
    assert changed("[] AS edges", "[] AS ties", NETWORK) == [
        "9: found columns `nodes`, `ties`, expected `nodes`, `edges` and, where it limits itself, `left_out`"
    ]
    assert changed("[] AS edges", "[] AS edges, 3 AS left_out", NETWORK) == []


def test_a_graph_may_describe_its_columns_and_then_rightly() -> None:
    described = "// returns nodes: list[map] all\n// returns edges: list[map] none\n// example:"
    assert changed("// example:", described, NETWORK) == []
    assert "both alike" in changed("// example:", "// returns nodes: list[map] all\n// example:", NETWORK)[0]


def test_a_graph_says_what_it_shows() -> None:
    assert changed("// sizes: stars\n", "", NETWORK) == [
        "1: `sizes` is missing: write `// sizes: what the size of a node means`"
    ]
    assert changed("// weights: developers\n", "", NETWORK) == [
        "1: `weights` is missing: write `// weights: what the width of an edge means`"
    ]


def test_the_limit_of_a_table_counts_rows() -> None:
    message = "in a table `$limit` stands once, in `LIMIT $limit`, which counts rows, so that a cut can be told"
    assert changed(LIMIT, "ORDER BY $limit + 0") == [f"12: {message}"]
    assert changed(LIMIT, "ORDER BY $limit LIMIT $limit") == [f"12: {message}"]


@pytest.mark.parametrize("clause", ["SET r.stars = 1", "DETACH DELETE r", "MERGE (r)", "REMOVE r:X", "create (x)"])
def test_a_query_reads_only(clause: str) -> None:
    messages = changed("RETURN r.name", f"{clause} RETURN r.name")
    assert any("writes: a query reads, and `graph` alone writes measures" in message for message in messages)


def test_names_that_only_look_like_writing_are_fine() -> None:
    assert changed("r.license AS license", "{set: 1, create: r.key}.set AS license") == []


def test_labels_types_and_properties_are_those_of_the_schema() -> None:
    assert changed("(r:Repository", "(r:Reposit")[0] == "10: unknown label 'Reposit'; did you mean 'Repository'?"
    assert changed("r.license AS", "r.licence AS") == [
        "11: unknown property 'licence' of Repository; did you mean 'license'?"
    ]


def test_a_fault_of_a_fragment_is_told_at_the_fragment() -> None:
    text = WHOLE.replace("RETURN r.name", "// include: part\nRETURN r.name")
    (message,) = wrong(text, {"part": "// About.\nWITH r WHERE r.licence = 'MIT'"})
    assert message == "fragments/part.cypher:2: unknown property 'licence' of Repository; did you mean 'license'?"


def test_a_table_of_contributions_names_the_source_that_answered() -> None:
    touching = WHOLE.replace("MATCH (r:Repository", "MATCH (:Developer)-[:CONTRIBUTED_TO]->(r:Repository")
    (message,) = wrong(touching)
    assert message == (
        "10: CONTRIBUTED_TO has several sources: return the one that answered as column `source`, or `sources`"
    )
    named = touching.replace("// returns license: str SPDX identifier", "// returns source: str who told")
    assert wrong(named.replace("r.license AS license", "'x' AS source")) == []


def test_what_months_leave_as_it_is_is_said_where_there_are_months() -> None:
    plain = "// weights: developers\n"
    assert changed(plain, f"{plain}// undated: Ties are of all months.\n", NETWORK) == [
        "6: `undated` is for a query with the parameters from and to"
    ]


def test_a_metric_says_what_it_writes_and_others_do_not() -> None:
    assert changed("// writes: Repository.community\n", "", METRIC) == [
        "1: `writes` is missing: write `// writes: Repository.community`"
    ]
    assert changed("// kind: table\n", "// kind: table\n// writes: Repository.license\n")[0] == (
        "4: `writes` is for kind metric: remove it, or change the kind"
    )


def test_a_metric_writes_what_the_schema_has_and_what_it_returns() -> None:
    assert changed("writes: Repository.community", "writes: Repo.community", METRIC)[0].startswith(
        "4: writes to unknown 'Repo'"
    )
    assert changed("writes: Repository.community", "writes: Repository.comunity", METRIC)[0] == (
        "4: unknown property 'comunity' of Repository; did you mean 'community'?"
    )
    assert changed("writes: Repository.community", "writes: Repository.pagerank", METRIC) == [
        "4: what is written is returned: add `pagerank` to the columns (keys of nodes, then values)"
    ]
    assert changed("writes: Repository.community", "writes: SHARES_DEVELOPERS {lift}", METRIC) == [
        "4: what is written is returned: add `start`, `end`, `lift` to the columns (keys of nodes, then values)"
    ]


def test_a_projection_has_labels_types_and_numbers_of_the_schema() -> None:
    assert changed("nodes=Repository", "nodes=Repositories", METRIC) == [
        "5: projection of unknown label 'Repositories'; did you mean 'Repository'?"
    ]
    assert changed("edges=SHARES_DEVELOPERS", "edges=SHARE_DEVELOPERS", METRIC) == [
        "5: projection of unknown type 'SHARE_DEVELOPERS'; did you mean 'SHARES_DEVELOPERS'?"
    ]
    assert changed("properties=developers", "properties=run", METRIC)[0].startswith(
        "5: SHARES_DEVELOPERS has no number 'run' to project"
    )


def test_an_example_binds() -> None:
    assert changed("limit=2", "limit=two") == [
        "8: the example does not fit the parameters: limit: found 'two', expected a whole number"
    ]
    assert changed("language=Python ", "")[0].startswith(
        "8: the example does not fit the parameters: by-language needs `language`: found nothing, expected text"
    )


ASKED = METRIC.replace("nodes=Repository edges=SHARES_DEVELOPERS properties=developers", "from=pairs properties=weight")
PAIRS = """// Pairs.
MATCH (start:Developer)-[c:CONTRIBUTED_TO]->(end:Repository) WHERE c.commits > $least
RETURN start, end, c.commits AS weight
"""


def test_the_parameters_of_a_projection_are_those_of_the_question() -> None:
    assert wrong(ASKED, {"pairs": PAIRS}) == [
        "5: the projection asks for `$least`: write `// param least: type meaning`"
    ]
    given = ASKED.replace("// example:", "// param least: int = 1 fewest commits\n// example:")
    assert wrong(given, {"pairs": PAIRS}) == []
    assert wrong(given, {"pairs": PAIRS.replace("$least", "1")}) == [
        "8: parameter `least` is declared and `$least` does not stand in the statement: use it or remove it"
    ]


def test_a_projection_has_its_ends_and_properties_and_speaks_the_schema() -> None:
    plain = PAIRS.replace("$least", "1")
    assert wrong(ASKED, {"pairs": plain.replace("AS weight", "AS heavy")}) == [
        "5: the projection returns `start`, `end`, `heavy`: its fragment has to return `weight` as well"
    ]
    assert wrong(ASKED, {"pairs": plain.replace("c.commits AS", "c.comits AS")})[0].startswith(
        "5: in the projection: unknown property 'comits' of CONTRIBUTED_TO"
    )


def test_a_table_whose_projection_counts_contributions_names_its_source() -> None:
    table = ASKED.replace("// kind: metric\n// writes: Repository.community", "// kind: table")
    assert "return the one that answered as column `source`" in wrong(table, {"pairs": PAIRS.replace("$least", "1")})[0]


def test_one_of_names_parameters_without_a_default() -> None:
    assert wrong(ONE_OF) == []
    assert changed("one_of: language, license", "one_of: language, licence", ONE_OF) == [
        "4: `one_of` names `licence`: write `// param licence: type = none meaning`"
    ]
    assert changed("license: str = none", "license: str = MIT", ONE_OF)[0] == (
        "4: `one_of` names `license`: write `// param license: type = none meaning`"
    )
    assert changed("one_of: language, license", "one_of: language", ONE_OF) == [
        "4: `one_of` names two parameters or more: write `// one_of: first, second`"
    ]

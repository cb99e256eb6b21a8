from cypher.draft import draft
from cypher.reader import read_query
from graph.model import Column

STATEMENT = "MATCH (r:Repository) WHERE r.name IN $names AND r.degree > $least\nRETURN r.name AS name, count(*) AS n;\n"
COLUMNS = (Column("name", "str", ""), Column("n", "int", ""))


def test_a_draft_is_a_file_that_the_catalogue_reads() -> None:
    given = {"names": ["a b/c", "d/e"], "least": 3}
    text = draft(STATEMENT, given, COLUMNS)
    query, read = read_query("my_query.cypher", "own", text, {})
    assert read.problems == []
    assert [(param.name, str(param.type)) for param in query.params] == [("names", "list[str]"), ("least", "int")]
    assert [(column.name, column.type) for column in query.returns] == [("name", "str"), ("n", "int")]
    assert query.bind(query.examples[0]) == given
    assert query.text == STATEMENT.strip().rstrip(";")


def test_what_is_not_given_is_no_parameter_and_no_example() -> None:
    text = draft("RETURN 1 AS n", {}, COLUMNS[1:])
    assert "param" not in text
    assert "example" not in text

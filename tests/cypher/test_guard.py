from contextlib import suppress

import pytest

from cypher.catalogue import catalogue
from cypher.guard import check_plan, check_words
from graph.database import Database, Plan, Step
from graph.errors import BadInputError, NotAllowedError
from tests.cypher import hostile

HARMLESS = (
    "MATCH (r:Repository) WHERE r.call = 'x' RETURN r.call AS load, r.csv AS csv",
    "MATCH (n) WHERE n.name IN ['CALL dbms.listConfig()', \"LOAD CSV\"] RETURN n // SHOW USERS",
    "RETURN `CALL dbms.info()` AS x",
    "MATCH (a)-[:R*1..3]->(b) RETURN date.truncate('month', a.on) AS month, apoc.coll.sum(b.list) AS sum",
    "CALL { MATCH (n) RETURN n } CALL (n) { RETURN 1 AS one } RETURN n, one",
    "CALL db.labels() YIELD label RETURN label",
    "CALL db.index.fulltext.queryNodes('names', $text) YIELD node RETURN node",
    "RETURN 'caf\\u00e9 \\u4e2d\\u6587' AS x",
)


@pytest.mark.parametrize("statement", HARMLESS)
def test_words_of_a_reader_pass(statement: str) -> None:
    check_words(statement)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("CALL dbms.info()", "the procedure dbms.info may not run here"),
        ("CALL `dbms`.info", "the procedure dbms.info"),
        ("RETURN apoc . cypher /* x */ . `runFirstColumnSingle` ('', {})", "apoc.cypher.runFirstColumnSingle"),
        ("load /**/ csv FROM 'x' AS l RETURN l", "LOAD CSV"),
        ("explain RETURN 1", "begins with EXPLAIN"),
        ("\\u0043ALL dbms.info()", "\\u escapes"),
        ("RETURN '\\u0027 + 1 //'", "\\u escapes"),
        ("RETURN 'x", "has a ' without an end"),
        ("RETURN `x", "has a ` without an end"),
        ("/* x", "has a / without an end"),
        ("RETURN 1 //\r, apoc.cypher.runFirstColumnMany('', {}) AS x", "apoc.cypher.runFirstColumnMany"),
        ("RETURN 1 //\x85 AS x", "control sign U+0085"),
        ("RETURN apoc\u180e.cypher.runFirstColumnMany('', {}) AS x", "sign U+180E"),
        ("RETURN " + "(" * 300 + "1" + ")" * 300, "within one another"),
        ("RETURN " + "NOT " * 300 + "true", "within one another"),
        ("RETURN " + "- " * 300 + "1", "within one another"),
        ("RETURN " + "CASE WHEN true THEN " * 300 + "1" + " END" * 300, "within one another"),
        ("RETURN " + "+".join("1" * 6000), "more than 10,000 words"),
        ("RETURN `a``b`.c, `apoc`.`version` ()", "apoc.version"),
        (" ", "there is no statement"),
        ("RETURN '" + "x" * 100_000 + "'", "100009 characters"),
    ],
)
def test_other_words_are_named(statement: str, words: str) -> None:
    with pytest.raises(NotAllowedError) as caught:
        check_words(statement)
    assert words in str(caught.value)


def test_a_plan_tells_what_words_do_not(atlas: Database) -> None:
    """The plan alone, without a look at the words, stops what writes, asks about the server, or reads files."""
    passed = [one for one in (*hostile.WRITES, *hostile.ADMIN, *hostile.READS) if not refused_by_plan(atlas, one)]
    assert [one for one in passed if not functions(one)] == []
    assert passed, "words are needed for functions, which a plan does not tell apart"


def refused_by_plan(database: Database, statement: str) -> bool:
    with suppress(BadInputError, NotAllowedError):
        check_plan(database.explain(statement))
        return False
    return True


def functions(statement: str) -> bool:
    return "RETURN apoc." in statement or "RETURN gds." in statement or "WHERE apoc." in statement


@pytest.mark.parametrize(
    "step", [Step("LoadCSV", ""), Step("Create", ""), Step("ShowSettings", ""), Step("SomethingOfNeo4j6", "")]
)
def test_a_step_that_is_not_known_to_read_is_refused(step: Step) -> None:
    with pytest.raises(NotAllowedError, match=step.operator):
        check_plan(Plan("r", (), (), (Step("ProduceResults", ""), step)))


def test_the_catalogue_would_pass_but_for_projections(atlas: Database) -> None:
    for query in catalogue():
        if query.projection is None and "gds." not in query.text:
            check_words(query.text)
            check_plan(atlas.explain(query.text, query.bind(query.examples[0] if query.examples else {})))

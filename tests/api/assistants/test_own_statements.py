from urllib.parse import parse_qs, urlsplit

import pytest

from api.assistants.own_statements import UNKNOWN, plan_lines
from graph.database import Database, Step
from tests.api.assistants.test_server import SITE, called, text

PLANNED = Step("Apply", "", 4.0, 2, 9, (Step("Left", "x" * 200, 1.0), Step("Right", "y", steps=(Step("Below", ""),))))


def test_statements_of_its_own_are_read_only_and_capped(atlas: Database) -> None:
    given = {"statement": "UNWIND range(1, $n) AS x RETURN x", "parameters": {"n": 60}}
    answer = called(atlas, "cypher", **given)
    values = answer.structured_content
    assert (len(values["rows"]), values["more"]) == (50, True)
    where = urlsplit(values["page"])
    held = parse_qs(where.fragment)
    assert f"{where.scheme}://{where.netloc}{where.path}" == f"{SITE}/console"
    assert (held["statement"], held["parameters"]) == ([given["statement"]], ['{"n": 60}'])
    assert (values["sources"], values["notes"]) == ([], [UNKNOWN])
    assert UNKNOWN in text(answer)


def test_rows_that_name_their_source_tell_what_they_rest_on(atlas: Database) -> None:
    in_a_tie = "MATCH (:Repository)<-[c:CONTRIBUTED_TO {source: 'deepseek-week'}]-() RETURN c LIMIT 1"
    for statement in ("RETURN 'deepseek-week' AS source, 1 AS n", in_a_tie):
        values = called(atlas, "cypher", statement=statement).structured_content
        assert values["sources"] == ["deepseek-week"]
        assert values["months"] == ["2025-02", "2025-08"]
        assert "notes" not in values
    made_up = called(atlas, "cypher", statement="RETURN 'made-up' AS source").structured_content
    assert (made_up["sources"], made_up["notes"]) == ([], [UNKNOWN])


@pytest.mark.parametrize("mode", ["explain", "profile"])
def test_a_plan_is_told_in_a_line_for_each_step(atlas: Database, mode: str) -> None:
    answer = called(atlas, "cypher", statement="MATCH (c:Country) RETURN count(c) AS n", mode=mode)
    plan = answer.structured_content["plan"]
    assert "NodeCountFromCountStore" in plan[-1]
    assert all(line in text(answer) for line in plan)
    assert ("db hits" in plan[-1]) is (mode == "profile") is bool(answer.structured_content["rows"])


def test_what_a_step_takes_its_rows_from_stands_below_it() -> None:
    assert list(plan_lines(PLANNED)) == [
        "Apply (estimated 4, rows 2, db hits 9)", f"  Left {'x' * 120}… (estimated 1)", "  Right y", "  Below",
    ]  # fmt: skip


def test_a_long_statement_leads_to_the_empty_console(atlas: Database) -> None:
    statement = f"RETURN 1 AS one // {'x' * 3000}"
    assert called(atlas, "cypher", statement=statement).structured_content["page"] == f"{SITE}/console"

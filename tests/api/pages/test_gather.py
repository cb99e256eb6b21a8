from api.pages.gather import exports, field, fields, given_only, part, picture, section
from api.web.atlas import Atlas
from cypher.catalogue import catalogue
from graph.database import Database
from graph.load import prepare
from tests.api.conftest import BOTH


def test_a_part_without_an_answer_says_why_and_the_page_goes_on(database: Database) -> None:
    prepare(database)
    opened = Atlas(database, catalogue())
    missing = part(opened, "repository-overlap", {"repository": "no/such"})
    assert missing.table.rows == []
    assert "no/such" in missing.reason
    shown = section(opened, "near", "centrality", {})
    assert "ossatlas measure repository-centrality" in shown.empty
    assert picture(opened, "overlap-network", {"repositories": BOTH}) is None


def test_fields_of_a_form_know_type_bounds_choices_and_value() -> None:
    query = catalogue().find("shared-developers")
    found = {each.name: each for each in fields(query, {"limit": 5})}
    assert found["repositories"].type == "list[str]"
    assert found["weight"].choices == ("total", "collaboration", "strength")
    assert (found["limit"].value, found["limit"].minimum, found["limit"].maximum) == (5, 1, 10000)
    assert (found["from"].type, found["bots"].type, found["activity"].value) == ("month", "bool", "merged_prs")


def test_a_name_is_typed_as_text() -> None:
    param = catalogue().find("project-contributors").param("repository")
    assert param is not None
    assert field(param, "a/b").type == "str"


def test_exports_are_the_same_question_in_other_formats() -> None:
    links = [link.href for link in exports("contents", {"limit": 3})]
    assert "/api/v1/queries/contents?limit=3&format=csv" in links


def test_what_says_nothing_is_left_out() -> None:
    assert given_only({"a": "", "b": None, "c": 0, "d": False, "e": "x"}) == {"c": 0, "d": False, "e": "x"}

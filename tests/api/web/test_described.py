import pytest
from jsonschema import Draft202012Validator

from api.web.described import answer_schema, column_schema, parameter, parameters, responses
from cypher.catalogue import Query, catalogue
from graph.model import Column

QUERIES = [query for query in catalogue() if query.kind != "metric"]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_every_query_is_described_validly(query: Query) -> None:
    described = parameters(query)
    portion = [] if query.kind == "graph" else ["fields", "page_size", "cursor"]
    assert [each["name"] for each in described] == [*(param.name for param in query.params), *portion, "format"]
    for each in described:
        Draft202012Validator.check_schema(each["schema"])
        if "example" in each:
            Draft202012Validator(each["schema"]).validate(each["example"])
        if "default" in each["schema"]:
            Draft202012Validator(each["schema"]).validate(each["schema"]["default"])
    Draft202012Validator.check_schema(answer_schema(query))
    assert set(responses(query)) >= {200, 304, 404, 422, 503, 504}


def test_a_list_is_comma_separated_or_repeated() -> None:
    found = catalogue().find("shared-developers").param("repositories")
    assert found is not None
    described = parameter(found, "a/b,c/d")
    assert (described["style"], described["explode"], described["required"]) == ("form", False, True)
    assert described["example"] == ["a/b", "c/d"]
    assert (described["schema"]["minItems"], described["schema"]["maxItems"]) == (2, 20)


def test_a_choice_lists_its_values_and_its_default() -> None:
    found = catalogue().find("shared-developers").param("weight")
    assert found is not None
    assert parameter(found)["schema"] == {
        "type": "string",
        "enum": ["total", "collaboration", "strength"],
        "default": "total",
    }


@pytest.mark.parametrize("kind", ["str", "int", "float", "bool", "list[str]", "list[map]", "map", "date"])
def test_every_column_may_be_unknown(kind: str) -> None:
    Draft202012Validator(column_schema(Column("c", kind, "a column"))).validate(None)

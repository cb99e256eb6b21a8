from api.pages.facts import facts
from graph.model import Column, Table

COLUMNS = tuple(Column(name, "str", f"about {name}") for name in ("name", "license", "hosted_by", "tags"))


def test_unknown_is_shown_where_it_is_asked_for_and_left_out_elsewhere() -> None:
    found = facts(Table(COLUMNS, [["a", None, None, []]]), always=("license", "tags"), left_out=("name",))
    assert [(fact.name, fact.value, fact.about) for fact in found] == [
        ("license", None, "about license"),
        ("tags", None, "about tags"),
    ]


def test_names_are_words() -> None:
    assert [fact.name for fact in facts(Table(COLUMNS, [["a", "MIT", ["x"], ["t"]]]))] == [
        "name",
        "license",
        "hosted by",
        "tags",
    ]


def test_the_month_of_a_measure_stands_beside_it() -> None:
    columns = tuple(Column(name, "str", "") for name in ("stars", "stars_month", "first_month"))
    found = facts(Table(columns, [[5, "2025-08", "2020-01"]]))
    assert [(fact.name, fact.value, fact.note) for fact in found] == [
        ("stars", 5, "in 2025-08"),
        ("first month", "2020-01", ""),
    ]

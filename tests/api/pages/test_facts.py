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

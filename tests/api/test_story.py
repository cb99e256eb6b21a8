from api.story import loaded_in_words, overlap_in_words, person_in_words, shared_in_words
from graph.model import Column, Table

NAMES = ("developer", "repositories", "contributions", "organizations", "countries")
COLUMNS = tuple(Column(name, "str", name) for name in NAMES)
ROW = ["ann", ["o/left", "o/right"], [3, 1], ["DeepSeek", "Tsinghua University"], []]


def test_a_person_is_told_with_unknown_said() -> None:
    person = Table(COLUMNS, [ROW]).records()[0]
    assert person_in_words(person) == (
        "ann: merged PRs in left 3, right 1; organization DeepSeek and Tsinghua University; country unknown"
    )


def test_shared_developers_in_one_sentence() -> None:
    assert shared_in_words(Table(COLUMNS, [ROW])) == "1 developer: ann."
    assert shared_in_words(Table(COLUMNS, [])) == "Nobody that a source knows of."
    assert shared_in_words(Table((), [])) == ""


def test_many_shared_developers_are_counted() -> None:
    rows = [[f"d{n}", *ROW[1:]] for n in range(14)]
    assert shared_in_words(Table(COLUMNS, rows)).endswith("d11 and 2 more.")


def test_one_developer_works_and_several_work() -> None:
    assert overlap_in_words(Table(COLUMNS, [ROW]))[0].startswith("1 developer works on both")
    assert overlap_in_words(Table(COLUMNS, [ROW, ROW]))[0].startswith("2 developers work on both")


def test_what_is_loaded_names_kinds_as_the_schema_does() -> None:
    contents = Table((Column("label", "str", ""), Column("nodes", "int", "")), [["Repository", 1500], ["Country", 0]])
    snapshots = Table((Column("source", "str", ""),), [["git"], ["measure"]])
    assert loaded_in_words(contents, snapshots) == ["Loaded from 1 tables:", "  1,500 repositories."]

"""The statement with its fragments in place, and where each line comes from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cypher.body import Fragment, fragment_lines, read_body

PART = Fragment("fragments/part.cypher", "// What it does.\n// More.\n\nWHERE true\n  AND false\n")
OUTER = Fragment("fragments/outer.cypher", "MATCH (n)\n// include: part")
LOOP = Fragment("fragments/loop.cypher", "// include: loop")


def body(text: str, **fragments: Fragment) -> tuple[str, list[tuple[str, int]], list[str]]:
    lines = [(line, "q.cypher", number) for number, line in enumerate(text.splitlines(), start=5)]
    read, problems = read_body(lines, fragments)
    return read.text, list(read.origins), list(map(str, problems))


def test_a_fragment_stands_in_place_with_its_indentation() -> None:
    text, origins, problems = body("MATCH (n)\n  // include: part\nRETURN n", part=PART)
    assert text == "MATCH (n)\n  WHERE true\n    AND false\nRETURN n"
    assert origins == [
        ("q.cypher", 5),
        ("fragments/part.cypher", 4),
        ("fragments/part.cypher", 5),
        ("q.cypher", 7),
    ]
    assert problems == []


def test_a_fragment_may_include_another() -> None:
    assert (
        body("// include: outer\nRETURN n", part=PART, outer=OUTER)[0] == "MATCH (n)\nWHERE true\n  AND false\nRETURN n"
    )


def test_a_fragment_that_includes_itself_is_named() -> None:
    assert body("// include: loop", loop=LOOP)[2] == [
        "fragments/loop.cypher:1: fragment 'loop' includes itself: loop → loop"
    ]


def test_an_unknown_fragment_is_named_with_a_near_one() -> None:
    assert body("RETURN 1\n// include: prat", part=PART)[2] == [
        "q.cypher:6: unknown fragment 'prat' in `// include: prat`; did you mean 'part'?"
    ]


def test_a_fragment_of_comments_alone_is_empty() -> None:
    assert fragment_lines(Fragment("f", "// only\n// words")) == []


def test_empty_lines_around_and_a_semicolon_at_the_end_fall_away() -> None:
    text, origins, _ = body("\n\nMATCH (n)\n\nRETURN n;\n\n")
    assert text == "MATCH (n)\n\nRETURN n"
    assert origins[0] == ("q.cypher", 7)


def test_comments_of_the_statement_stay() -> None:
    assert body("MATCH (n) // all\n// why\nRETURN n")[0] == "MATCH (n) // all\n// why\nRETURN n"


def test_a_problem_of_an_empty_statement_has_a_line() -> None:
    read, _ = read_body([], {})
    assert read.problem(0, "empty").line == 1


@given(st.lists(st.text(alphabet="ab (){};", min_size=0, max_size=12), min_size=1, max_size=12))
def test_each_place_leads_back_to_its_line(lines: list[str]) -> None:
    read, _ = read_body([(line, "f", number) for number, line in enumerate(lines, start=1)], {})
    place = 0
    for text, (_, number) in zip(read.text.split("\n"), read.origins, strict=False):
        assert read.problem(place, "").line == number
        assert lines[number - 1].startswith(text)
        place += len(text) + 1

"""Reading the comment block at the top of a query file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cypher.header import KEYS, NAMED, SINGLE, read_header


def messages(text: str) -> list[str]:
    return [str(problem) for problem in read_header("f", text).problems]


def test_entries_have_key_name_text_and_line() -> None:
    header = read_header("f", "// title: Names\n// param from: month = none first month\n\nRETURN 1")
    assert [(e.key, e.name, e.text, e.line) for e in header.entries] == [
        ("title", "", "Names", 1),
        ("param", "from", "month = none first month", 2),
    ]
    assert header.body_line == 3
    assert header.problems == ()


def test_an_indented_line_continues_the_text_before_it() -> None:
    header = read_header("f", "// about: one\n//   two\n//      three\nRETURN 1")
    assert header.entries[0].text == "one two three"


def test_an_empty_comment_line_is_skipped() -> None:
    assert messages("// title: a\n//\n// kind: table\nRETURN 1") == []


def test_the_statement_may_follow_without_an_empty_line() -> None:
    assert read_header("f", "// title: a\nRETURN 1").body_line == 2


def test_an_include_ends_the_header() -> None:
    header = read_header("f", "// title: a\n// include: part\nRETURN 1")
    assert header.body_line == 2
    assert len(header.entries) == 1


def test_a_file_of_comments_alone_has_no_statement() -> None:
    assert read_header("f", "// title: a").body_line == 2


def test_an_unknown_key_is_named_with_a_near_one() -> None:
    assert messages("// titel: a\nRETURN 1") == ["f:1: unknown header key 'titel'; did you mean 'title'?"]


def test_an_unknown_key_far_from_all_lists_the_known_ones() -> None:
    assert "known are about, budget" in messages("// zzzzz: a\nRETURN 1")[0]


def test_a_line_that_is_no_entry_says_what_one_looks_like() -> None:
    (message,) = messages("// just words\nRETURN 1")
    assert message.startswith("f:1: found '// just words', expected `// key: text`")


def test_a_parameter_without_a_name_is_told_how_to_write_it() -> None:
    assert messages("// param: int a number\nRETURN 1") == [
        "f:1: `param` needs a name: write `// param name: type meaning`"
    ]


def test_a_title_takes_no_name() -> None:
    assert messages("// title x: a\nRETURN 1") == ["f:1: `title` takes no name: write `// title: …`"]


def test_what_stands_twice_is_named_at_its_second_line() -> None:
    assert messages("// title: a\n// title: b\n// param x: int a\n// param x: int b\nRETURN 1") == [
        "f:2: `title` stands twice: keep one",
        "f:4: `param x` stands twice: keep one",
    ]


def test_there_may_be_several_examples() -> None:
    assert messages("// example: a=1\n// example: a=2\nRETURN 1") == []


@given(st.sampled_from(SINGLE), st.from_regex(r"[A-Za-z][\w ,.()=-]{0,40}[\w.]", fullmatch=True))
def test_what_is_written_is_read(key: str, text: str) -> None:
    (entry,) = read_header("f", f"// {key}: {text}\nRETURN 1").entries
    assert (entry.key, entry.text) == (key, text.strip())


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_read_without_failing(text: str) -> None:
    header = read_header("f", text)
    assert all(entry.key in KEYS and bool(entry.name) == (entry.key in NAMED) for entry in header.entries)
    assert header.body_line >= 1

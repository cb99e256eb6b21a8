"""Parameters: their declaration, and what is taken and refused as a value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.params import LONGEST, Param, bind, read_param
from graph.errors import BadInputError


def declared(name: str, text: str) -> Param:
    param = read_param(name, text)
    assert isinstance(param, Param), param
    return param


REPOSITORIES = declared("repositories", "list[repository] [2..4] repositories to compare, owner/name")
MODE = declared("mode", "any|all = any in two or in all of them")
FROM = declared("from", "month = none first month of the window")
LEAST = declared("least_prs", "int = 1 [1..100] fewest")
ALL = (REPOSITORIES, MODE, FROM, LEAST)


def refusal(**values: object) -> str:
    with pytest.raises(BadInputError) as caught:
        bind(ALL, {"repositories": "a/b,c/d", **values}, "shared-developers")
    return str(caught.value)


def test_a_declaration_has_type_default_bounds_and_meaning() -> None:
    limit = declared("limit", "int = 100 [1..10000] most rows to return")
    assert (str(limit.type), limit.default, limit.low, limit.high) == ("int", 100, 1, 10000)
    assert (limit.about, limit.required, limit.bounds) == ("most rows to return", False, "1 to 10000")


def test_without_a_default_a_parameter_is_required() -> None:
    assert REPOSITORIES.required
    assert not FROM.required
    assert FROM.default is None


def test_a_default_may_have_spaces_in_quotes_and_a_list_commas() -> None:
    assert declared("domain", 'str = "AI Kernel Library" a domain').default == "AI Kernel Library"
    assert declared("kinds", "list[release|end] = release,end kinds").default == ["release", "end"]


def test_bounds_may_be_open() -> None:
    assert declared("a", "int [1..] x").bounds == "at least 1"
    assert declared("a", "float [..0.5] x").bounds == "at most 0.5"
    assert declared("a", "int x").bounds == ""


FAULTY = [
    ("x", "", "has no type and no description"),
    ("x", "int", "parameter `x` has no description: write `// param name: type = default [low..high] meaning`"),
    ("x", "int = 5", "has no description"),
    ("x", "number a number", "found type 'number', expected str, int, float, bool, month"),
    ("x", "int = five a number", "the default does not fit: x: found 'five', expected a whole number"),
    ("x", "int = 0 [1..5] a number", "the default does not fit: x: found 0, expected a whole number, 1 to 5"),
    ("x", "any|all = some what", "the default does not fit: x: found 'some', expected one of any, all"),
    ("x", "list[int] = 1 [2..3] numbers", "found 1 (1), expected 2 to 3 different values"),
    ("x", "int [5..1] a number", "found bounds [5..1], expected the lower one first"),
    ("x", "int [..] a number", "found bounds [..], expected numbers such as [1..100], [1..] or [..100]"),
    ("x", "int [one] a number", "found bounds [one]"),
    ("x", "month [1..2] a month", "a month has no bounds: int, float, str and list have"),
    ("Bad-Name", "int a number", "a name has small letters, digits and underscores"),
]


@pytest.mark.parametrize(("name", "text", "message"), FAULTY)
def test_a_faulty_declaration_is_told_what_to_write(name: str, text: str, message: str) -> None:
    assert message in str(read_param(name, text))


def test_defaults_stand_in_for_what_is_not_given() -> None:
    assert bind(ALL, {"repositories": "a/b,c/d"}, "q") == {
        "repositories": ["a/b", "c/d"],
        "mode": "any",
        "from": None,
        "least_prs": 1,
    }


@pytest.mark.parametrize("given_", ["a/b, c/d", ["a/b", "c/d"], ["a/b,c/d"], ("a/b", " c/d,"), ["a/b", "c/d", "a/b"]])
def test_lists_are_comma_separated_repeated_or_both(given_: object) -> None:
    assert bind(ALL, {"repositories": given_}, "q")["repositories"] == ["a/b", "c/d"]


def test_names_may_be_written_with_hyphens() -> None:
    assert bind(ALL, {"repositories": "a/b,c/d", "least-prs": "7"}, "q")["least_prs"] == 7


@pytest.mark.parametrize("nothing", [None, "", [], [""], ()])
def test_nothing_stands_for_the_default(nothing: object) -> None:
    assert bind(ALL, {"repositories": "a/b,c/d", "least_prs": nothing}, "q")["least_prs"] == 1


def test_one_value_of_an_address_comes_as_a_list_of_one() -> None:
    assert bind(ALL, {"repositories": "a/b,c/d", "mode": ["all"]}, "q")["mode"] == "all"
    assert refusal(mode=["any", "all"]) == "mode: found 2 values, expected one"


def test_what_is_bound_can_be_bound_again() -> None:
    bound = bind(ALL, {"repositories": ["a/b", "c/d"], "from": "2025-01", "least_prs": 3}, "q")
    assert bind(ALL, bound, "q") == bound


def test_an_unknown_parameter_is_refused_with_the_valid_ones_and_a_near_one() -> None:
    assert refusal(modes="any") == (
        "shared-developers has no parameter 'modes'; valid are repositories, mode, from, least_prs; "
        "did you mean 'mode'?"
    )
    with pytest.raises(BadInputError, match=r"^q has no parameter 'x'; it takes none$"):
        bind((), {"x": 1}, "q")


def test_a_missing_parameter_is_named_with_what_it_means() -> None:
    with pytest.raises(BadInputError) as caught:
        bind(ALL, {}, "shared-developers")
    assert str(caught.value) == (
        "shared-developers needs `repositories`: found nothing, expected a comma-separated list, each a repository, "
        "owner/name (2 to 4): repositories to compare, owner/name"
    )


def test_refusals_name_parameter_found_and_expected() -> None:
    assert refusal(least_prs="many") == "least_prs: found 'many', expected a whole number"
    assert refusal(least_prs=0) == "least_prs: found 0, expected a whole number, 1 to 100"
    assert refusal(least_prs="101") == "least_prs: found 101, expected a whole number, 1 to 100"
    assert refusal(mode="both") == "mode: found 'both', expected one of any, all"
    assert refusal(**{"from": "April"}) == "from: found 'April', expected a month such as 2025-04"
    assert refusal(repositories="a/b") == "repositories: found 1 (a/b), expected 2 to 4 different values"
    assert refusal(repositories="a/b,a/b") == "repositories: found 1 (a/b), expected 2 to 4 different values"


def test_a_long_value_is_shown_shortened() -> None:
    assert len(refusal(mode="x" * 500)) < 150


def test_text_and_lists_have_bounds_even_without_a_declaration() -> None:
    text, numbers = declared("text", "str what to look for"), declared("numbers", "list[int] numbers")
    with pytest.raises(BadInputError, match="found a text of 1001 characters, expected at most 1000"):
        text.take("x" * (LONGEST + 1))
    with pytest.raises(BadInputError, match="expected at most 1000 different values"):
        numbers.take(list(range(LONGEST + 1)))
    with pytest.raises(BadInputError, match="found a text of 1 characters, expected 2 to 5"):
        declared("text", "str [2..5] what to look for").take("x")


@given(st.integers(), st.integers(-50, 50), st.integers(0, 50))
def test_a_number_is_taken_exactly_when_it_lies_within_its_bounds(value: int, low: int, span: int) -> None:
    param = declared("n", f"int [{low}..{low + span}] a number")
    if low <= value <= low + span:
        assert param.take(str(value)) == value
    else:
        with pytest.raises(BadInputError):
            param.take(str(value))


@given(st.lists(st.from_regex(r"[a-z]{1,5}/[a-z]{1,5}", fullmatch=True), min_size=2, max_size=4, unique=True))
def test_a_list_means_the_same_joined_and_repeated(names: list[str]) -> None:
    assert REPOSITORIES.take(",".join(names)) == REPOSITORIES.take(names) == names


@given(st.dictionaries(st.sampled_from(["repositories", "mode", "from", "least_prs"]), st.text() | st.integers()))
def test_whatever_is_given_is_taken_or_refused_in_one_line(values: dict[str, object]) -> None:
    try:
        answer = " ".join(bind(ALL, values, "q"))
    except BadInputError as error:
        answer = str(error)
    assert answer == "repositories mode from least_prs" or ("expected" in answer and "\n" not in answer)


FIRST = declared("first", "period = 2024-01..2024-12 the first")
SECOND = declared("second", "period = 2025-01..2025-12 the second")


@pytest.mark.parametrize(
    ("first", "second"), [("2025-01", "2024-01"), ("2024-01..2024-12", "2024-12"), ("2024-06", "2024-06")]
)
def test_of_two_periods_the_second_comes_after_the_first(first: str, second: str) -> None:
    assert bind((FIRST, SECOND), {"first": "2024-01..2024-06", "second": "2024-07"}, "q")["second"] == "2024-07"
    with pytest.raises(BadInputError, match="expected a second period after the first one"):
        bind((FIRST, SECOND), {"first": first, "second": second}, "q")

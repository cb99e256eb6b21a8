"""How problems of query files are told."""

from __future__ import annotations

from cypher.problem import BrokenQueryError, Problem, near


def test_a_problem_names_file_and_line() -> None:
    assert str(Problem("q/a.cypher", 7, "wrong")) == "q/a.cypher:7: wrong"


def test_all_problems_are_told_in_the_order_of_files_and_lines() -> None:
    error = BrokenQueryError([Problem("b", 1, "x"), Problem("a", 10, "x"), Problem("a", 9, "x")])
    assert str(error) == "a:9: x\na:10: x\nb:1: x"
    assert (error.status, error.exit_code) == (422, 2)


def test_near_names_come_with_their_spelling() -> None:
    assert near("licence", ["license", "language"]) == "did you mean 'license'?"
    assert near("repository", ["Repository", "Domain"]) == "did you mean 'Repository'?"


def test_without_a_near_name_all_are_named_or_none() -> None:
    assert near("zzz", ["b", "a"]) == "known are a, b"
    assert near("zzz", ["b", "a"], show_all=False) == "there is nothing near"
    assert near("zzz", []) == "there is nothing near"

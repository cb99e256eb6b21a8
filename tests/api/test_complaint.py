import pytest
import typer

from api.complaint import complain, explain_usage, warn


def test_a_failure_goes_to_the_error_output_with_its_hint_below(capsys: pytest.CaptureFixture[str]) -> None:
    complain("it broke.", "mend it")
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "error: it broke\n  mend it\n")


def test_a_failure_without_a_hint_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    complain("it broke")
    assert capsys.readouterr().err == "error: it broke\n"


def test_a_remark_is_no_part_of_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    warn("by the way")
    assert capsys.readouterr() == ("", "by the way\n")


def test_words_of_the_library_become_ours() -> None:
    error = typer.BadParameter("Value error,\n 'x' is wrong")
    assert explain_usage(error) == ("Invalid value: 'x' is wrong", "see `ossatlas --help`")

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ingest.fingerprint import fingerprint


def test_the_same_texts_and_files_have_the_same_fingerprint(tmp_path: Path) -> None:
    file = tmp_path / "aliases.yml"
    file.write_text("a: b")
    first = fingerprint(["x", "y"], [file])
    assert first == fingerprint(iter(["x", "y"]), [file])
    file.write_text("a: c")
    assert fingerprint(["x", "y"], [file]) != first
    assert len(first) == 64


@given(st.lists(st.text(max_size=4), max_size=4), st.lists(st.text(max_size=4), max_size=4))
def test_other_texts_have_another_fingerprint_however_they_are_cut(one: list[str], two: list[str]) -> None:
    assert (fingerprint(one) == fingerprint(two)) == (one == two)

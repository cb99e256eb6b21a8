"""Reading folders of query files into one catalogue."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import process_time

import pytest

from cypher.catalogue import QUERIES, Catalogue, catalogue, read_catalogue
from cypher.problem import BrokenQueryError
from cypher.words import words_of
from graph.errors import NotFoundError
from tests.cypher.sample import METRIC, WHOLE, sample, wrong


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.cypher"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_the_shipped_catalogue_has_nothing_to_mend_and_is_read_once() -> None:
    assert len(catalogue()) == len(list(QUERIES.rglob("*.cypher")))
    assert catalogue() is catalogue()


def test_queries_come_in_the_order_of_their_names(proving: Catalogue) -> None:
    assert [query.name for query in proving] == ["contributor-network", "contributor-table", "shared-groups"]
    assert len(proving) == 3


def test_a_family_is_the_folder_of_the_file(tmp_path: Path) -> None:
    found = read_catalogue(write(tmp_path, b__two=WHOLE, a__three=WHOLE, b__one=METRIC))
    families = {name: [query.name for query in queries] for name, queries in found.families().items()}
    assert families == {"a": ["three"], "b": ["one", "two"]}
    assert list(families) == ["a", "b"]


def test_a_query_is_found_with_hyphens_or_underscores(proving: Catalogue) -> None:
    assert proving.find("contributor-table") is proving.find("Contributor_Table")


def test_an_unknown_query_is_named_with_near_ones(proving: Catalogue) -> None:
    with pytest.raises(NotFoundError, match="there is no query 'contributors-table'; did you mean 'contributor-table'"):
        proving.find("contributors-table")


def test_fragments_stand_in_the_text(proving: Catalogue) -> None:
    text = proving.find("contributor-table").text
    assert "    ($from IS NULL OR c.period >= $from)" in text
    assert "include" not in text
    assert "Contributions `c` of the months" not in text


def test_a_folder_of_ones_own_has_its_own_fragments(tmp_path: Path) -> None:
    mine = WHOLE.replace("RETURN r.name", "// include: mine\nRETURN r.name")
    write(tmp_path, q__a=mine, fragments__mine="WITH r WHERE true")
    assert "WITH r WHERE true" in catalogue(tmp_path).find("a").text
    assert len(catalogue(tmp_path)) == len(catalogue()) + 1


def test_a_name_is_given_once_over_all_families(tmp_path: Path) -> None:
    with pytest.raises(BrokenQueryError) as caught:
        read_catalogue(write(tmp_path / "q", a__same=WHOLE, b__same=METRIC))
    assert str(caught.value) == "q/b/same.cypher:1: the name 'same' is taken by q/a/same.cypher: rename the file"


def test_all_files_are_read_before_the_problems_are_told(tmp_path: Path) -> None:
    broken = WHOLE.replace("title", "titel")
    with pytest.raises(BrokenQueryError) as caught:
        read_catalogue(write(tmp_path / "q", one=broken, two=WHOLE, three=WHOLE.replace("r.license", "r.licence")))
    assert str(caught.value).splitlines() == [
        "q/one.cypher:1: `title` is missing: write `// title: what it lists, in a few words`",
        "q/one.cypher:1: unknown header key 'titel'; did you mean 'title'?",
        "q/three.cypher:11: unknown property 'licence' of Repository; did you mean 'license'?",
    ]


def test_a_fault_in_a_shared_fragment_is_told_once(tmp_path: Path) -> None:
    text = WHOLE.replace("RETURN r.name", "// include: part\nRETURN r.name")
    write(tmp_path, one=text, two=text, fragments__part="WITH r WHERE r.licence = 1")
    with pytest.raises(BrokenQueryError) as caught:
        read_catalogue(tmp_path)
    assert len(caught.value.problems) == 1


def test_a_file_that_is_no_text_says_so(tmp_path: Path) -> None:
    (tmp_path / "odd.cypher").write_bytes(b"// title: \xff\n")
    with pytest.raises(BrokenQueryError, match="byte 10 is no UTF-8: save the file as UTF-8"):
        read_catalogue(tmp_path)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "marked.cypher").write_text(WHOLE, encoding="utf-8-sig")
    assert read_catalogue(tmp_path).find("marked").title == "Repositories by language"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="there is no folder of queries"):
        read_catalogue(tmp_path / "nowhere")


def test_reading_takes_about_a_millisecond_for_a_thousand_characters() -> None:
    catalogue()
    times = []
    for _ in range(5):
        words_of.cache_clear()
        start = process_time()
        found = read_catalogue(QUERIES, fragments=QUERIES.parent / "fragments")
        times.append(process_time() - start)
    length = sum(len(query.text) for query in found)
    assert min(times) < 0.001 * 2 * length / 1000  # twice that on a busy machine


def test_the_catalogue_needs_nothing_heavy() -> None:
    heavy = ["neo4j", "pandas", "networkx", "pyvis", "fastapi", "pydantic", "difflib"]
    code = (
        f"import sys, cypher.run, cypher.catalogue as c; c.catalogue(); print([m for m in {heavy} if m in sys.modules])"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=QUERIES.parents[1]
    )
    assert shown.stdout.strip() == "[]"


def test_the_example_of_the_manual_keeps_every_rule() -> None:
    manual = (QUERIES.parents[1] / "docs" / "queries.md").read_text(encoding="utf-8")
    example = manual.partition("```cypher\n")[2].partition("```")[0]
    assert example.startswith("// title: ")
    assert wrong(example, file="q/top_contributors.cypher") == []
    assert f"{sample(example, file='q/top_contributors.cypher').name} --repositories" in manual


def test_a_tolerant_catalogue_leaves_broken_files_out_and_tells_why(tmp_path: Path) -> None:
    mine = write(tmp_path / "mine", one=WHOLE.replace("title", "titel"), two=WHOLE, contents=WHOLE)
    (mine / "odd.cypher").write_bytes(b"// title: \xff\n")
    found = catalogue(mine, tolerant=True)
    assert len(found) == len(catalogue()) + 1
    assert found.find("two").title == "Repositories by language"
    assert set(found.broken) == {"one", "odd", "contents"}
    assert found.find("contents") == catalogue().find("contents")
    with pytest.raises(BrokenQueryError) as caught:
        found.find("one")
    assert str(caught.value).startswith(f"{mine}/one.cypher:1: ")


def test_a_shipped_file_is_never_left_out(tmp_path: Path) -> None:
    shipped = write(tmp_path / "q", one=WHOLE.replace("title", "titel"))
    with pytest.raises(BrokenQueryError):
        read_catalogue(shipped, tolerant=True)

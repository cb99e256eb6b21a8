from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.bulk.names import learn
from graph.bulk.shape import SAYINGS
from graph.bulk.spill import Spill
from graph.bulk.store import opened
from graph.keys import Ref
from graph.naming import meanings, sayings_of
from tests.graph.worlds import person, project

Learned = dict[tuple[str, str], tuple[str, list[str]]]
NAMES = st.sampled_from(["o/a", "o/b", "o/c", "o/d", "o/e"])
REFS = st.builds(project, NAMES, st.none() | st.integers(1, 12), st.lists(NAMES, max_size=2)).map(lambda r: r.ref)


def learned(refs: Sequence[Ref], parts: int = 1) -> Learned:
    """What the table of meanings says after `refs` were told, in so many parts."""
    with TemporaryDirectory() as folder:
        spill = Spill(Path(folder))
        for part in range(parts):
            write(spill, refs[part::parts], f"{part}")
        with opened(Path(folder), 256) as store:
            learn(store, spill)
            found = [row for rows in store.rows("SELECT label, name, node, said FROM meanings") for row in rows]
    return {(str(label), str(name)): (str(node), list(said)) for label, name, node, said in found}  # type: ignore[call-overload]


def write(spill: Spill, refs: Iterable[Ref], part: str) -> None:
    for label in ("Repository", "Developer"):
        said = sayings_of([ref for ref in refs if ref.label == label], "s:all:1")
        rows = [(label, name, "|".join(one)) for name, sayings in said.items() for one in sayings]
        spill.write("sayings", SAYINGS, [list(column) for column in zip(*rows, strict=True)] or [[]], f"{label}-{part}")


def test_a_name_with_one_id_means_it() -> None:
    assert learned([project("o/A", 7).ref, person("ann", 5).ref]) == {
        ("Repository", "github:o/a"): ("github:7", ["s:all:1|bears|github:7"]),
        ("Developer", "github:@ann"): ("github:5", ["s:all:1|bears|github:5"]),
    }


def test_a_name_of_which_nothing_is_said_is_not_listed() -> None:
    assert learned([project("o/a").ref]) == {}


def test_of_two_ids_a_name_means_the_larger_number_and_not_the_larger_text() -> None:
    found = learned([project("o/a", 9).ref, project("o/a", 10).ref])
    assert found["Repository", "github:o/a"][0] == "github:10"


@settings(deadline=None, max_examples=60)
@given(st.lists(REFS, max_size=8), st.integers(1, 3))
def test_names_mean_what_the_rule_says(refs: list[Ref], parts: int) -> None:
    said = sayings_of(refs, "s:all:1")
    expected = {("Repository", name): node for name, node in meanings(said).items()}
    assert {name: node for name, (node, _) in learned(refs, parts).items()} == expected

"""Labels as a tree: closures, circles, references to nothing."""

from __future__ import annotations

import tarfile
from collections.abc import Mapping

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ingest.sources.opendigger.labels.files import LabelFile
from ingest.sources.opendigger.labels.tree import Tree, read_tree
from tests.ingest.sources.opendigger.world import real, real_labels


def tree(labels: Mapping[str, object]) -> Tree:
    return read_tree(LabelFile(path, f"{path}.yml", yaml.safe_dump(told).encode()) for path, told in labels.items())


def label(*children: str, repos: tuple[int, ...] = (), kind: str = "Project") -> dict[str, object]:
    platform = {"name": "GitHub", "repos": [{"id": number, "name": f"a/{number}"} for number in repos]}
    return {"name": "X", "type": kind, "data": {"labels": list(children), "platforms": [platform]}}


def test_a_label_holds_what_those_below_it_hold() -> None:
    found = tree(
        {"a": label("b", ":c", repos=(1,)), "a/b": label(repos=(2,)), "c": label(":d"), "d": label(repos=(3, 2))}
    )
    assert found.closure("a") == {("github", 1), ("github", 2), ("github", 3)}
    assert found.closure("c") == {("github", 2), ("github", 3)}


def test_a_foundation_within_another_keeps_what_it_hosts() -> None:
    found = tree({
        "lf": label("cncf", "own", kind="Foundation"),
        "lf/cncf": label(repos=(1,), kind="Foundation"),
        "lf/own": label(repos=(2,)),
    })  # fmt: skip
    top = found.labels["lf"]
    assert [entry.number for entry in found.repositories(top)] == [1, 2]
    assert [entry.number for entry in found.repositories(top, stop=frozenset({"foundation"}))] == [2]


def test_a_reference_to_nothing_refuses_the_label_alone() -> None:
    found = tree({"a": label(":b", ":gone"), "b": label(repos=(1,)), "c": label(":a", ":b")})
    assert [str(refusal) for refusal in found.refused.values()] == [
        "a.yml:1: data.labels: found ':gone', expected a label that there is"
    ]
    assert found.labels.keys() == {"b", "c"}
    assert found.closure("c") == {("github", 1)}


def test_every_label_of_a_circle_is_refused() -> None:
    found = tree({"a": label(":b"), "b": label(":c"), "c": label(":a"), "d": label(":d"), "e": label(":a", repos=(1,))})
    assert {path: str(refusal) for path, refusal in found.refused.items()} == {
        **{one: f"{one}.yml:1: data.labels: found ':a and :b and :c', expected no label below itself" for one in "abc"},
        "d": "d.yml:1: data.labels: found ':d', expected no label below itself",
    }
    assert found.closure("e") == {("github", 1)}


def test_two_files_of_one_label_are_one_too_many() -> None:
    files = [LabelFile("a", "a.yml", b"name: A"), LabelFile("a", "a/index.yml", b"name: B")]
    found = read_tree(files)
    assert found.labels["a"].name == "A"
    assert [str(one) for one in found.refused.values()] == [
        "a/index.yml:1: label: found 'a', expected another path than that of a.yml"
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"name: [", "found 'what is no YAML in line 2', expected one YAML document"),
        (b"a: 1\n---\nb: 2", "found 'what is no YAML in line 2'"),
        (b"name: \xff", "found 'another encoding', expected UTF-8"),
        (b"", "label: found nothing, expected an object with name and type"),
        (b"!!python/object/apply:os.system [ls]", "found 'what is no YAML in line 1'"),
        (b"name: A\nname_zh: *b", "found 'what is no YAML in line 2'"),
        (b"[" * 5000, "found 'what is no YAML"),
    ],
)
def test_what_is_no_label_is_refused_and_the_others_hold(content: bytes, said: str) -> None:
    found = read_tree([LabelFile("a", "a.yml", content), LabelFile("b", "b.yml", b"name: B")])
    (refusal,) = found.refused.values()
    assert said.replace("'", "") in str(refusal).replace("'", "")
    assert found.labels.keys() == {"b"}


NAMES = st.sampled_from("abcdefgh")


@given(st.dictionaries(NAMES, st.tuples(st.frozensets(NAMES), st.frozensets(st.integers(1, 9))), min_size=1))
def test_closures_are_what_walking_by_hand_finds(told: dict[str, tuple[frozenset[str], frozenset[int]]]) -> None:
    found = tree({path: label(*(f":{one}" for one in below), repos=tuple(ids)) for path, (below, ids) in told.items()})

    def walk(path: str, seen: frozenset[str] = frozenset()) -> set[int]:
        below, ids = told[path]
        further = [one for one in below if one in found.labels and one not in seen]
        return set(ids).union(*(walk(one, seen | {path}) for one in further))

    for path in found.labels:
        assert found.closure(path) == {("github", number) for number in walk(path)}
    assert found.labels.keys() | found.refused.keys() == told.keys()


def test_the_closures_of_all_5_682_real_labels_are_what_a_plain_reading_finds() -> None:
    path = real("labeled_data.tar.gz")
    plain: dict[str, tuple[list[str], set[tuple[str, int]]]] = {}
    with tarfile.open(path) as archive:
        for member in archive:
            held = archive.extractfile(member) if member.name.endswith(".yml") else None
            if held is None:
                continue
            name = (
                member.name.removeprefix("./").removeprefix("labeled_data/").removesuffix(".yml").removesuffix("/index")
            )
            data = yaml.load(held.read(), Loader=yaml.CSafeLoader).get("data") or {}
            below = [ref[1:] if str(ref).startswith(":") else f"{name}/{ref}" for ref in data.get("labels") or []]
            ids = {(p["name"].lower(), r["id"]) for p in data.get("platforms") or [] for r in p.get("repos") or []}
            plain[name] = (below, ids)

    found = real_labels()
    assert found.refused == {}
    assert found.labels.keys() == plain.keys()
    assert len(plain) == 5_682
    done: dict[str, set[tuple[str, int]]] = {}

    def walk(name: str) -> set[tuple[str, int]]:
        if name not in done:
            done[name] = plain[name][1].union(*map(walk, plain[name][0]))
        return done[name]

    assert all(found.closure(name) == walk(name) for name in plain)
    everything = set[tuple[str, int]]().union(*(ids for _, ids in plain.values()))
    assert len([number for platform, number in everything if platform == "github"]) == 12_967

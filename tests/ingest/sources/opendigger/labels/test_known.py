"""One node for each id of the labels."""

from __future__ import annotations

from graph.model import Where
from ingest.identity import Identities
from ingest.sources.opendigger.labels.entries import Entry
from ingest.sources.opendigger.labels.known import Known
from ingest.sources.opendigger.labels.label import Label
from tests.ingest.sources.opendigger.world import real_labels

WHERE = Where("x.yml", 1)


def known(*entries: Entry, level: str = "project") -> Known:
    labels = [Label(f"l{at}", f"l{at}.yml", "L", level, entries=(entry,)) for at, entry in enumerate(entries)]
    return Known.of_labels(labels, Identities.load())


def repository(number: int, name: str, platform: str = "github") -> Entry:
    return Entry(2, "repos", platform, number, name)


def test_an_id_under_several_names_is_one_node_that_keeps_them() -> None:
    made = known(repository(1, "apple/swift"), repository(1, "swiftlang/swift"), repository(1, "swiftlang/swift"))
    node = made.node(repository(1, "apple/swift"), WHERE)
    assert node is made.node(repository(1, "swiftlang/swift"), WHERE)
    assert (node.ref.keys, node.ref.former) == (("github:1", "github:swiftlang/swift"), ("github:apple/swift",))
    assert node.props["former_names"] == ["apple/swift"]


def test_an_id_of_another_code_host_is_another_repository() -> None:
    made = known(repository(1, "a/b"), repository(1, "a/b", "gitee"))
    assert made.node(repository(1, "a/b", "gitee"), WHERE).ref.key == "gitee:1"
    assert made.node(repository(1, "a/b"), WHERE).ref.key == "github:1"


def test_accounts_of_the_list_of_bots_are_machines() -> None:
    made = known(Entry(2, "users", "gitee", 5, "openharmony_ci"), level="bot")
    node = made.node(Entry(2, "users", "gitee", 5, "openharmony_ci"), WHERE)
    assert (node.props["bot"], node.props["bot_reason"]) == (True, "OpenDigger's list of bots")


def test_other_accounts_are_people_unless_a_rule_says_so() -> None:
    made = known(Entry(2, "users", "github", 5, "ann"), Entry(2, "users", "github", 6, "dependabot[bot]"))
    assert "bot" not in made.node(Entry(2, "users", "github", 5, "ann"), WHERE).props
    assert made.node(Entry(2, "users", "github", 6, "dependabot[bot]"), WHERE).props["bot"] is True


def test_of_the_real_labels_68_ids_are_written_in_two_ways_and_stay_one_node() -> None:
    labels = real_labels().labels.values()
    spellings: dict[int, set[str]] = {}
    for entry in (entry for label in labels for entry in label.of("repos") if entry.platform == "github"):
        spellings.setdefault(entry.number, set()).add(entry.name)
    made = Known.of_labels(labels, Identities.load())
    several = {number: names for number, names in spellings.items() if len(names) > 1}
    # DATA.md counts 68; one of them differs in a slash at its end, which is not read as another name.
    assert len(several) == 67
    for number, names in several.items():
        nodes = {made.node(repository(number, name), WHERE).ref for name in names}
        assert len(nodes) == 1
        assert {*nodes.pop().keys[1:]} <= {f"github:{name.lower()}" for name in names}
    assert made.node(repository(660551251, "geekan/MetaGPT"), WHERE).props["former_names"] == [
        "FoundationAgents/MetaGPT"
    ]


def test_one_real_name_with_two_ids_is_two_repositories() -> None:
    labels = real_labels().labels.values()
    ids = {entry.number for label in labels for entry in label.of("repos") if entry.name.lower() == "tloen/alpaca-lora"}
    assert len(ids) == 2

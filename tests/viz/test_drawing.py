from __future__ import annotations

from dataclasses import replace
from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from graph.model import Edge, Network, Node
from tests.viz.worlds import HOSTILE, communities, developer, hostile, overlap, repository
from viz.drawing import (
    LARGEST,
    LARGEST_OF,
    LONGEST_LABEL,
    UNKNOWN,
    compose,
    lines,
    radii,
    ranking,
    short_labels,
    shorten,
)
from viz.layout import layout
from viz.legend import by_kind


def test_area_is_proportional_to_the_measure() -> None:
    network = Network((repository("a/a", 100.0), repository("a/b", 25.0)), ())
    radius = radii(network)
    assert isclose(radius["github:a/a"] ** 2 / radius["github:a/b"] ** 2, 4.0)
    assert radius["github:a/a"] == LARGEST


def test_without_measure_each_kind_has_its_plain_size() -> None:
    nodes = (repository("a/a", None), Node("github:@a", "Developer", "a"), repository("a/b", 0.0))
    radius = radii(Network(nodes, ()))
    assert radius["github:a/a"] > radius["github:@a"] > 0
    assert radius["github:a/b"] == radius["github:a/a"]


def test_each_kind_is_measured_on_its_own_scale() -> None:
    network = Network(
        (repository("a/a", 1000.0), repository("a/b", 250.0), developer("c", 9.0), developer("d", 3.0)), ()
    )
    radius = radii(network)
    assert radius["github:a/a"] == LARGEST
    assert radius["github:@c"] == LARGEST_OF["Developer"]
    assert isclose(radius["github:a/a"] ** 2 / radius["github:a/b"] ** 2, 4.0)
    assert isclose(radius["github:@c"] ** 2 / radius["github:@d"] ** 2, 3.0)


def test_a_drawing_says_whether_several_kinds_are_measured() -> None:
    for network, several in ((overlap(), True), (communities(), False)):
        assert compose("any", network, by_kind(network), layout(network)).own_scales is several


def test_a_small_measure_among_large_ones_can_still_be_seen() -> None:
    assert radii(Network((repository("a/a", 1e9), repository("a/b", 1.0)), ()))["github:a/b"] == 5.0


def test_a_negative_measure_is_drawn_small() -> None:
    assert radii(Network((repository("a/a", 10.0), repository("a/b", -3.0)), ()))["github:a/b"] == 5.0


def test_width_grows_with_the_square_root_of_the_weight() -> None:
    ends = repository("a/a"), repository("a/b")
    edges = tuple(Edge(ends[0].key, ends[1].key, "SHARES_DEVELOPERS", weight) for weight in (100.0, 25.0))
    wide, narrow = lines(Network(ends, edges))
    assert isclose(wide.width, 2 * narrow.width)


def test_two_edges_between_the_same_nodes_keep_names_of_their_own() -> None:
    ends = repository("a/a"), repository("a/b")
    edge = Edge(ends[0].key, ends[1].key, "SHARES_DEVELOPERS")
    assert len({line.id for line in lines(Network(ends, (edge, edge, replace(edge, type="FORK_OF"))))}) == 3


def test_an_edge_is_named_by_its_ends_so_that_a_shared_address_finds_it_again() -> None:
    network = overlap()
    turned = replace(network, edges=network.edges[::-1])
    assert {line.id for line in lines(network)} == {line.id for line in lines(turned)}


def test_an_edge_without_its_node_is_not_drawn() -> None:
    assert lines(Network((repository("a/a"),), (Edge("github:a/a", "github:gone", "FORK_OF"),))) == ()


def test_labels_come_in_order_of_importance() -> None:
    ranks = ranking(overlap())
    assert ranks["github:deepseek-ai/deepep"] == 0
    assert sorted(ranks.values()) == list(range(len(ranks)))


def test_those_named_first_are_labelled_first() -> None:
    assert ranking(overlap(), ("github:@raywang96",))["github:@raywang96"] == 0


def test_a_repository_is_labelled_without_its_owner_where_that_is_clear() -> None:
    nodes = (repository("a/one"), repository("a/two"), repository("b/two"))
    labels = short_labels(Network(nodes, ()))
    assert list(labels.values()) == ["one", "a/two", "b/two"]


@given(st.text())
def test_a_label_is_one_short_line(text: str) -> None:
    label = shorten(text)
    assert len(label) <= LONGEST_LABEL
    assert "\n" not in label


def test_the_legend_counts_what_is_drawn() -> None:
    network = overlap()
    drawing = compose("any", network, by_kind(network), layout(network))
    assert {group.title: group.count for group in drawing.groups} == {"repositories": 2, "developers": 4}
    assert sum(group.count for group in drawing.groups) == len(drawing.marks)


def test_meaning_coverage_and_cut_pass_through() -> None:
    network = replace(communities(), cut=True)
    drawing = compose("any", network, by_kind(network), layout(network))
    assert (drawing.size_means, drawing.weight_means, drawing.cut) == ("OpenRank", "shared developers", True)
    assert drawing.coverage is network.coverage


def test_a_long_name_is_whole_in_the_title_and_short_in_the_label() -> None:
    network = hostile()
    drawing = compose("any", network, by_kind(network), layout(network))
    longest = max(drawing.marks, key=lambda mark: len(mark.title))
    assert longest.title == HOSTILE[4]
    assert len(longest.label) == LONGEST_LABEL


def test_a_project_s_mark_leads_to_its_repository() -> None:
    node = Node("github:599547518", "Repository", "vLLM", 1.0, None, {"name": "vllm-project/vllm"})
    network = Network((node, developer("a")), ())
    marks = {mark.title: mark for mark in compose("any", network, by_kind(network), layout(network)).marks}
    assert marks["vLLM"].page == "/repositories/vllm-project/vllm"
    assert marks["a"].page == "/developers/a"


def test_each_type_of_edge_is_measured_on_its_own_scale() -> None:
    ends = repository("a/a"), repository("a/b"), repository("a/c")
    kinds = (("CONTRIBUTED_TO", 900.0), ("SHARES_DEVELOPERS", 4.0), ("SHARES_DEVELOPERS", 1.0))
    edges = tuple(Edge(ends[0].key, ends[1].key, kind, weight) for kind, weight in kinds)
    most, wide, narrow = (line.width for line in lines(Network(ends, edges)))
    assert most == wide == 2 * narrow


def test_what_stands_for_the_unknown_has_no_page() -> None:
    network = Network((Node(f"{UNKNOWN}organization", "Organization", "unknown"),), ())
    assert compose("any", network, by_kind(network), layout(network)).marks[0].page == ""

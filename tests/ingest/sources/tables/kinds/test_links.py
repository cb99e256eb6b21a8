from __future__ import annotations

import pytest

from graph.errors import BadRowError
from graph.model import EdgeRecord
from tests.ingest.sources.tables.reading import context, edges, name, records_of


def _link(subject: str, relation: str, target: str, since: str = "", **settings: object) -> list[tuple[str, str, str]]:
    found = records_of("links", context(**settings), subject=subject, relation=relation, object=target, since=since)
    return [(edge.type, name(edge.start), name(edge.end)) for edge in found]  # type: ignore[union-attr]


def test_several_founders_are_several_links() -> None:
    assert _link("LMSYS", "founded_by", "UC Berkeley;Stanford University", subjects={"LMSYS": "organization"}) == [
        ("FOUNDED_BY", "LMSYS", "UC Berkeley"),
        ("FOUNDED_BY", "LMSYS", "Stanford University"),
    ]


def test_a_lab_is_part_of_its_university() -> None:
    assert _link("vllm-project/vllm", "founded_by", "SkyLab, UC Berkeley") == [
        ("FOUNDED_BY", "vllm-project/vllm", "SkyLab"),
        ("PART_OF", "SkyLab", "UC Berkeley"),
    ]


def test_since_is_as_precise_as_written_and_left_out_where_unknown() -> None:
    (dated,) = records_of("links", subject="a/b", relation="hosted_by", object="Linux Foundation", since="2022-09")
    (undated,) = records_of("links", subject="a/b", relation="hosted_by", object="Linux Foundation", since="")
    assert dated.props == {"source": "src", "since": "2022-09", "form": "hosted"}
    assert undated.props == {"source": "src", "form": "hosted"}


def test_an_ecosystem_is_joined_and_not_hosted_by() -> None:
    (joined,) = records_of(
        "links", subject="sgl-project/sglang", relation="joined_ecosystem_of", object="PyTorch Foundation"
    )
    assert joined.props["form"] == "ecosystem"


def test_a_successor_is_a_repository_or_a_product() -> None:
    assert _link("openai/swarm", "succeeded_by", "openai/openai-agents-python")[0][2] == "openai/openai-agents-python"
    (end,) = edges(records_of("links", subject="a/b", relation="succeeded_by", object="Lovable"), "SUCCEEDED_BY")
    assert end.end.ref.label == "Product"


def test_a_link_that_cannot_be_is_refused() -> None:
    with pytest.raises(BadRowError, match="subject: found a/b, expected domain or organization for this relation"):
        _link("a/b", "part_of", "Meta")
    with pytest.raises(BadRowError, match="object: found Some Thing, expected repository for this relation"):
        _link("a/b", "fork_of", "Some Thing")


def test_an_integration_that_is_not_completed_stays_with_the_date_missing() -> None:
    cells = {"repository": "PaddlePaddle/Paddle", "integrates": "deepseek-ai/DeepEP", "announced": "2025-03-03"}
    made, by = records_of(
        "integrations", **cells, completed="", evidence="PaddlePaddle/Paddle#71358", submitted_by="Hongqing-work"
    )
    assert made.props == {
        "source": "src",
        "announced": "2025-03-03",
        "evidence": "PaddlePaddle/Paddle#71358",
    }
    assert isinstance(by, EdgeRecord)
    assert (by.type, by.start.props["login"]) == ("SUBMITTED", "Hongqing-work")
    assert by.props["into"] == "PaddlePaddle/Paddle"

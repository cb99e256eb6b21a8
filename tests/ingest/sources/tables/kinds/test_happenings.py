from __future__ import annotations

from tests.ingest.sources.tables.reading import context, edges, name, nodes, records_of


def test_an_event_concerns_its_subject_whatever_that_is() -> None:
    about = context(subjects={"OpenAI": "organization", "AG-UI": "standard"})
    labels = []
    for subject in ("pytorch/pytorch", "OpenAI", "AG-UI"):
        found = records_of(
            "events", about, date="2025-03", subject=subject, kind="release", event="came out", source="report"
        )
        (concerns,) = edges(found, "CONCERNS")
        labels.append(concerns.end.ref.label)
        assert nodes(found, "Event")[0].props == {
            "date": "2025-03", "kind": "release", "name": "came out", "subject": subject, "source": "report",
        }  # fmt: skip
    assert labels == ["Repository", "Organization", "Product"]


def test_a_figure_has_its_value_unit_and_note() -> None:
    cells = {
        "id": "llm-09",
        "subject": "PaddlePaddle/Paddle",
        "figure": "change of OpenRank",
        "value": "-41",
        "unit": "%",
    }
    found = records_of("figures", **cells, note="absolute -150", source="landscape report")
    (figure,) = nodes(found, "Figure")
    assert figure.props == {
        "id": "llm-09", "subject": "PaddlePaddle/Paddle", "name": "change of OpenRank", "value": -41.0, "unit": "%",
        "source": "landscape report", "note": "absolute -150",
    }  # fmt: skip
    assert name(edges(found, "CONCERNS")[0].end) == "PaddlePaddle/Paddle"


def test_a_figure_about_many_things_concerns_none_of_them() -> None:
    for subject in ("six repositories", "universities", "a/b and c/d"):
        cells = {"id": "1", "subject": subject, "figure": "f", "value": "1", "unit": "x", "note": ""}
        assert edges(records_of("figures", **cells), "CONCERNS") == []


def test_without_a_source_of_its_own_a_row_has_the_tables() -> None:
    (figure,) = records_of("figures", id="1", subject="s", figure="f", value="1", unit="x")
    assert figure.props["source"] == "src"

import logging

import pytest

from graph.engine.report import LogReport, Report


def test_sentences_go_to_the_log(caplog: pytest.LogCaptureFixture) -> None:
    report: Report = LogReport()
    with caplog.at_level(logging.DEBUG, logger="graph.engine.report"):
        report.say("Starting Neo4j, 100 %s")
        report.progress("jars", 1, 2)
    assert [record.getMessage() for record in caplog.records] == ["Starting Neo4j, 100 %s", "jars: 1 of 2 bytes"]

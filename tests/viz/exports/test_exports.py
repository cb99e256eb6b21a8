from __future__ import annotations

import pytest

from graph.errors import BadInputError
from tests.viz.worlds import overlap
from viz.exports import export, media_type, names


def test_every_file_is_a_format() -> None:
    assert {"csv", "json", "graphml"} <= set(names())


@pytest.mark.parametrize("file_format", names())
def test_every_format_writes_a_network_the_same_each_time(file_format: str) -> None:
    assert export(overlap(), file_format) == export(overlap(), file_format) != b""
    assert "/" in media_type(file_format)


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(BadInputError, match=r"'docx'.*csv, graphml, json"):
        export(overlap(), "docx")

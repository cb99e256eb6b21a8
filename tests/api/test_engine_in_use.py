from pathlib import Path

import pytest

from api.engine_in_use import Showing, engine_options, named
from api.settings import Settings
from graph.errors import BadInputError


def test_the_named_neo4j_is_used_before_the_embedded_one() -> None:
    assert named(Settings(neo4j_uri=None)) is None
    found = named(Settings(neo4j_uri="bolt://example:7687", neo4j_username="me", neo4j_database="other"))
    assert found is not None
    assert (found.uri, found.username, found.database, found.embedded) == ("bolt://example:7687", "me", "other", False)


def test_an_address_of_something_else_is_refused() -> None:
    with pytest.raises(BadInputError, match="NEO4J_URI is 'http://example'"):
        named(Settings(neo4j_uri="http://example"))


def test_the_engine_is_told_what_the_settings_say(tmp_path: Path) -> None:
    options = engine_options(Settings(data_dir=tmp_path, heap_mb=512, idle_hours=0))
    assert (options.data_dir, options.heap_mb, options.idle_hours, options.page_cache_mb) == (tmp_path, 512, 0, None)


def test_sentences_and_bars_go_to_the_error_output(capsys: pytest.CaptureFixture[str]) -> None:
    with Showing() as report:
        report.say("getting the engine")
        for done in (0, 5, 10):
            report.progress("jar", done, 10)
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "getting the engine\n")

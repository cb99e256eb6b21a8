from datetime import UTC
from pathlib import Path

from ingest.desk import Desk, Step
from ingest.identity import Identities


def test_each_source_has_a_folder_of_its_own_that_is_made_when_asked_for(tmp_path: Path) -> None:
    desk = Desk(Identities.load(), tmp_path / "sources")
    assert desk.room("git") == tmp_path / "sources" / "git"
    assert desk.room("git").is_dir()


def test_a_desk_that_nobody_watches_takes_every_report(tmp_path: Path) -> None:
    desk = Desk(Identities.load(), tmp_path)
    desk.report(Step("reading", 1, 2))
    desk.warn("gone")
    assert desk.token() is None
    assert desk.now().tzinfo is UTC

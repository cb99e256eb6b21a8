from dataclasses import replace

from tests.viz.export import subjects
from viz.sharing import shared

PAGE = "/views/overlap-network?repositories=a/b,c/d"


def test_a_share_has_the_addresses_of_page_picture_report_and_frame() -> None:
    found = shared(replace(subjects.overlap(), address=PAGE))
    assert found["page"] == PAGE
    assert found["picture"] == "/views/overlap-network.svg?repositories=a/b,c/d"
    assert found["report"] == "/views/overlap-network.pdf?repositories=a/b,c/d"
    assert found["embed"] == "/embed/overlap-network?repositories=a/b,c/d"


def test_the_citations_have_the_pages_address_for_the_browser_to_complete() -> None:
    found = shared(replace(subjects.overlap(), address=PAGE))
    assert found["cite"].endswith(PAGE)
    assert rf"\url{{{PAGE}}}" in found["bibtex"]


def test_a_hostile_title_is_one_short_line() -> None:
    title = shared(subjects.hostile())["title"]
    assert len(title) <= 200
    assert "\n" not in title
    assert "\x07" not in title

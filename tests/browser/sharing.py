"""A page with its share dialog, the same page to be framed, and pictures, for the site of the browser tests."""

from __future__ import annotations

from dataclasses import replace

from tests.browser import answers
from tests.viz.export import subjects
from tests.viz.worlds import HOSTILE, overlap
from viz import pages
from viz.export.sheet import Sheet
from viz.export.svg import svg
from viz.page_data import Link, NetworkPage, Picture
from viz.sharing import shared

PAGE, NASTY = "/views/shared?repositories=deepseek-ai/DeepEP", "/views/nasty?text=a(b)c"


def share_pages() -> dict[str, str]:
    """The pages by path."""
    files = (Link("Picture, SVG", "/views/shared.svg?repositories=deepseek-ai/DeepEP"),)
    told = shared(replace(subjects.overlap(), address=PAGE))
    page = NetworkPage("Shared", "Who works on both?", Picture(overlap()), files=files, shared=told)
    nasty = shared(replace(subjects.hostile(), address=NASTY, title="]( x ![*`" + HOSTILE[0] + HOSTILE[1]))
    return {
        "/views/shared": pages.network_page(page),
        "/embed/shared": pages.network_page(page, embedded=True),
        "/views/whole-shared": pages.network_page(replace(answers.page(), shared=told, files=files)),
        "/views/nasty": pages.network_page(replace(page, shared=nasty)),
    }


def share_pictures() -> dict[str, bytes]:
    """The pictures by path."""
    return {
        "/views/shared.svg": svg(subjects.overlap(), Sheet()).encode(),
        "/views/nasty.svg": svg(subjects.hostile(), Sheet("dark")).encode(),
    }

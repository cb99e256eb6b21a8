"""What the share dialog of a view needs from the server: addresses without the host, and how to cite.

The browser knows the host: it puts its own in front of each address, and of the page's in the citations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from viz import addresses
from viz.export.cite import bibtex, plain_citation
from viz.export.text import shown

if TYPE_CHECKING:
    from viz.export.subject import Subject

LONGEST_TITLE = 200


def shared(subject: Subject) -> dict[str, str]:
    """Title, the addresses of page, picture, report and embedded page, and the citations with the page's address."""
    page = subject.address
    return {
        "title": shown(subject.title)[:LONGEST_TITLE],
        "page": page,
        "picture": addresses.file_of(page, "svg"),
        "report": addresses.file_of(page, "pdf"),
        "embed": addresses.embed_of(page),
        "cite": plain_citation(subject),
        "bibtex": bibtex(subject),
    }

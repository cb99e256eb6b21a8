"""How to cite a view: in plain words and as BibTeX, with the data's date and the snapshots."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viz.export.text import shown
from viz.language import in_months, say

if TYPE_CHECKING:
    from graph.model import Props
    from viz.export.subject import Subject

TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
LONGEST = 400
SNAPSHOTS = 3


def plain_citation(subject: Subject) -> str:
    """One sentence: program, view, what was asked, sources with months, snapshots, date of the data, address."""
    said = "citation.work" if subject.as_of else "citation.undated"
    parts = [say(said, year=subject.as_of[:4], title=_titled(subject)), _rests(subject), subject.address]
    return " ".join(part for part in parts if part)


def bibtex(subject: Subject) -> str:
    """An entry for BibTeX; names of strangers cannot end it or run a command."""
    fields = {
        "author": "{ossatlas}",
        "title": f"{{{tex(_titled(subject))}}}",
        "year": subject.as_of[:4],
        "howpublished": rf"\url{{{subject.address}}}" if subject.address else "",
        "note": tex(_rests(subject)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{ossatlas-{subject.view},", *lines, "}"])


def tex(text: str) -> str:
    """`text` with everything that means something to TeX taken literally."""
    return re.sub(r"[\\{}$&%#_~^]", lambda found: TEX[found[0]], text)


def snapshot_key(snapshot: Props) -> str:
    """The key of a snapshot, as `ossatlas loaded` lists it: source, data set and the begin of its content's hash."""
    return f"{snapshot['source']}:{snapshot.get('dataset')}:{str(snapshot['content_hash'])[:16]}"


def _titled(subject: Subject) -> str:
    asked = say("page.semicolon").join(f"{name} {value}" for name, value in subject.asked_most)
    titled = say("citation.asked", title=subject.title, asked=asked) if asked else subject.title
    return shown(titled[:LONGEST])


def _rests(subject: Subject) -> str:
    """Sources, months, date and snapshots in one sentence, or "" where nothing is known."""
    coverage, comma = subject.coverage, say("page.comma")
    keys = [snapshot_key(each) for each in coverage.snapshots if each.get("content_hash")]
    named, more = comma.join(keys[:SNAPSHOTS]), len(keys) - SNAPSHOTS
    parts = [
        say("citation.data", sources=comma.join(coverage.sources)) if coverage.sources else "",
        in_months(coverage) if coverage.sources else "",
        say("citation.asOf", day=subject.as_of) if subject.as_of else "",
        say("citation.snapshots", n=len(keys), names=say("citation.more", names=named, n=more) if more > 0 else named)
        if keys
        else "",
    ]
    told = say("citation.joint").join(part for part in parts if part)
    return shown(f"{told[:LONGEST]}{say('page.stop')}") if told else ""

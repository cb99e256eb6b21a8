"""How to cite a view: in plain words and as BibTeX, with the data's date and the snapshots."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viz.export.text import shown

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
    year = subject.as_of[:4] or "n.d."
    parts = [
        f"ossatlas ({year}). {_titled(subject)}.",
        _rests(subject),
        f"{subject.address}" if subject.address else "",
    ]
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
    """The key of a snapshot, as `ossatlas snapshots` lists it: source, data set and the begin of its content's hash."""
    return f"{snapshot['source']}:{snapshot.get('dataset')}:{str(snapshot['content_hash'])[:16]}"


def _titled(subject: Subject) -> str:
    asked = "; ".join(f"{name} {value}" for name, value in subject.asked_most)
    return shown(f"{subject.title}{f' ({asked})' if asked else ''}"[:LONGEST])


def _rests(subject: Subject) -> str:
    """Sources, months, date and snapshots in one sentence, or "" where nothing is known."""
    coverage = subject.coverage
    months = f", {coverage.covers_from} to {coverage.covers_to or 'today'}" if coverage.covers_from else ""
    keys = [snapshot_key(each) for each in coverage.snapshots if each.get("content_hash")]
    named = ", ".join(keys[:SNAPSHOTS]) + (f" and {len(keys) - SNAPSHOTS} more" if len(keys) > SNAPSHOTS else "")
    parts = [
        f"Data: {', '.join(coverage.sources)}{months}" if coverage.sources else "",
        f"as of {subject.as_of}" if subject.as_of else "",
        f"snapshot{'s' if len(keys) > 1 else ''} {named}" if keys else "",
    ]
    told = ", ".join(part for part in parts if part)
    return shown(f"{told[:LONGEST]}.") if told else ""

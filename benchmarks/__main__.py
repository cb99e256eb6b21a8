"""Run the benchmarks named as arguments, or all, and write RESULTS.md beside this file."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from benchmarks.report import Section, machine

NAMES = (
    "startup", "engine", "loading", "bulk", "answers", "pages", "demo",
    "git", "github", "gharchive", "opendigger", "identity", "openrank",
)  # fmt: skip
RESULTS = Path(__file__).with_name("RESULTS.md")


def main(names: list[str]) -> None:
    """Measure, print as it goes, and write the results of a full run."""
    sections: list[Section] = []
    for name in names or NAMES:
        section: Section = import_module(f"benchmarks.{name}").measure()
        print(section.markdown(), flush=True)
        sections.append(section)
    if not names:
        head = "# Results\n\nWritten by `make bench`. Times on small shared machines wander; read the ratios.\n"
        RESULTS.write_text("\n".join([head, machine(), "", *(section.markdown() for section in sections)]), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])

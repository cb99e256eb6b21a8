"""Run the benchmarks named as arguments, or all, and write their sections of RESULTS.md beside this file."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from benchmarks.report import Section, machine

NAMES = (
    "startup", "engine", "loading", "bulk", "answers", "pages", "drawing", "demo",
    "git", "github", "gharchive", "opendigger", "identity", "openrank", "scale", "readers", "hostile",
)  # fmt: skip
RESULTS = Path(__file__).with_name("RESULTS.md")
HEAD = "# Results\n\nWritten by `make bench`. Times on small shared machines wander; read the ratios.\n"


def main(names: list[str]) -> None:
    """Measure, print as it goes, and put each section in the place of its former one."""
    for name in names or NAMES:
        section: Section = import_module(f"benchmarks.{name}").measure()
        print(section.markdown(), flush=True)
        held = RESULTS.read_text("utf-8") if RESULTS.exists() else ""
        RESULTS.write_text(renewed(held, section), "utf-8")


def renewed(held: str, section: Section) -> str:
    """The results with `section` in the place of the one of its title, or at the end; the machine as it is now."""
    parts = held.split("\n## ")[1:]
    kept = {part.partition("\n")[0].strip(): f"## {part.strip()}\n" for part in parts}
    kept[section.title] = f"{section.markdown().strip()}\n"
    return "\n".join([HEAD, machine(), "", *kept.values()])


if __name__ == "__main__":
    main(sys.argv[1:])

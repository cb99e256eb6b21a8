"""`python -m tests.notebooks.run PATH` runs a notebook on the atlas in use, and keeps what stays the same.

In a process of its own, for a kernel needs an event loop, and a test run may have one already.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

SECONDS = 120


def ran(path: Path) -> str:
    """The text of the notebook at `path` with its outputs, made anew."""
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]  # nbformat has no types
    NotebookClient(notebook, timeout=SECONDS, kernel_name="python3", record_timing=False).execute()
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            lighten(output)
    notebook.metadata.pop("widgets", None)
    notebook.metadata["language_info"] = {"name": "python"}
    return str(nbformat.writes(notebook)) + "\n"  # type: ignore[no-untyped-call]


def lighten(output: dict[str, Any]) -> None:
    """Leave out frames with scripts where a still picture stands beside them: code hosts show no frames."""
    shown = output.get("data", {})
    if "image/svg+xml" in shown:
        shown.pop("text/html", None)


if __name__ == "__main__":
    sys.stdout.write(ran(Path(sys.argv[1])))

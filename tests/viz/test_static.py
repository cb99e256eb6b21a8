from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

from viz.addresses import STATIC_FOLDER

BROWSER = Path(__file__).parents[2] / "viz" / "browser"
OURS = (
    "atlas.js",
    "network.js",
    "large.js",
    "docs.js",
    "theme.js",
    "words.en.js",
    "words.zh.js",
    "atlas.css",
    "chart.css",
)
CHARTS = ("chart.js", "world.json")
CONSOLE = ("console.js", "console.css", "drawn.js")
NAMESPACES = ("http://www.w3.org/", "http://www.gexf.net/1.2draft", "http://graphml.graphdrawing.org/xmlns")
"""Names of kinds of markup begin so; nothing is fetched from there."""


def test_the_built_files_are_there() -> None:
    names = {str(file.relative_to(STATIC_FOLDER)) for file in STATIC_FOLDER.rglob("*") if file.is_file()}
    assert names == {*OURS, *CHARTS, *CONSOLE, "mark.svg", "swagger/swagger-ui-bundle.js", "swagger/swagger-ui.css"}


def test_our_files_name_no_host_and_evaluate_nothing() -> None:
    for name in (*OURS, *CHARTS, *CONSOLE):
        text = (STATIC_FOLDER / name).read_text()
        assert not re.search(r"https?://", re.sub("|".join(map(re.escape, NAMESPACES)), "", text)), name
        assert "sourceMappingURL" not in text
        # Vega's reader of CSV makes functions of text. It is never called here, and the pages' policy would not let it.
        assert name in {"chart.js", "drawn.js"} or not re.search(r"\beval\(|new Function\(", text), name


def test_the_page_s_script_is_small() -> None:
    assert (STATIC_FOLDER / "atlas.js").stat().st_size < 20_000
    assert (STATIC_FOLDER / "network.js").stat().st_size < 450_000
    assert len(gzip.compress((STATIC_FOLDER / "console.js").read_bytes())) < 400_000


def test_the_lock_holds_checksums_and_no_addresses() -> None:
    text = (BROWSER / "package-lock.json").read_text()
    packages = {name: entry for name, entry in json.loads(text)["packages"].items() if name}
    assert all("integrity" in entry for entry in packages.values())
    assert "resolved" not in text
    assert "://" not in text


def test_versions_are_exact() -> None:
    package = json.loads((BROWSER / "package.json").read_text())
    for version in (package["dependencies"] | package["devDependencies"]).values():
        assert re.fullmatch(r"\d+\.\d+\.\d+(-next\.\d+)?", version)


def test_browser_modules_are_small_and_set_no_markup() -> None:
    for file in (BROWSER / "src").glob("*.js"):
        text = file.read_text()
        assert len(text.splitlines()) < 400, file.name
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write", text), file.name

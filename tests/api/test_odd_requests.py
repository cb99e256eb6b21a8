"""Requests that nobody thinks of, made by schemathesis from the API's description, are answered as it says."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from api.access.gate import Access
from api.access.tokens import Tokens
from api.around import Around
from api.jobs.routes import Bureau
from api.jobs.store import Jobs
from graph.database import Database
from tests.api.safety.keeping import serving_with
from tests.house.checkout import ROOT

CHECKS = (
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance", "negative_data_rejection", "missing_required_header", "unsupported_method",
)  # fmt: skip
"""All that fit: whether what keeps to the schema is taken cannot be asked, for names and cursors are in no schema."""
EXAMPLES = 2
"""Requests of each operation."""


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_odd_requests_are_answered_as_the_description_says(
    atlas: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCHEMATHESIS_HOOKS", "tests.api.odd_hooks")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    around = Around(access=Access(Tokens(tmp_path)), bureau=Bureau(Jobs(tmp_path), lambda: None))
    with serving_with(around, atlas) as web:
        described = sum(len(path) for path in web.get("/openapi.json").json()["paths"].values())
        report = tmp_path / "report.json"
        said = subprocess.run(
            [
                Path(sys.executable).with_name("schemathesis"), "run", f"{web.base_url}/openapi.json", "--seed", "8",
                "--phases", "fuzzing", "--max-examples", str(EXAMPLES), "--no-shrink", "--request-timeout", "120",
                "--checks", ",".join(CHECKS), "--report", "json", "--report-json-path", report, "--warnings", "off",
            ],
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert said.returncode == 0, said.stdout
    assert json.loads(report.read_text(encoding="utf-8"))["operations"]["tested"] == described

# ruff: noqa: RUF001 - letters that look like others are what is read here
from __future__ import annotations

import pytest

from ingest.aliases import load_aliases
from ingest.logins import canonical_login


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("beginIner", "beginlner"),
        ("@beginIner", "beginlner"),
        ("beginlner", "beginlner"),
        ("fzyzcjy", "fzyzcjy"),
        ("LyricZhao", "LyricZhao"),
        (" @sleepcoo ", "sleepcoo"),
        ("sleep\u200bcoo", "sleepcoo"),
        ("\ufeffsleepcoo", "sleepcoo"),
        ("ｓｌｅｅｐｃｏｏ", "sleepcoo"),
        ("sl\u0435\u0435pc\u043e\u043e", "sleepcoo"),
        ("RangerCD", "RangerCD"),
        ("A\u2011transformer", "A-transformer"),
        ("dependabot[bot]", "dependabot[bot]"),
        ("", ""),
        ("@", ""),
    ],
)
def test_a_login_as_printed_becomes_the_login_that_is_meant(written: str, meant: str) -> None:
    assert canonical_login(load_aliases(), written) == meant

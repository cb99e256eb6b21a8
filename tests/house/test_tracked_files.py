"""No file of the project names a registry's host, a path of somebody's machine, or somebody's e-mail address."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.house.checkout import ROOT, texts

# Written in parts, so that this file passes its own test.
HOSTS = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("repo1", "maven"),
        ("repo", "maven"),
        ("central", "sonatype"),
        ("crates", "io"),
        ("proxy", "golang"),
        ("deb", "debian"),
    )
)
PATHS = re.compile(r"(?<![\w./-])/(?:work/(?:main|shared)|root/\.|home/\w+/|Users/\w+/|opt/wheels)")
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|cn|edu|dev|gov)\b", re.IGNORECASE)
# Domains that RFC 2606 keeps for examples; a host's own account names; keys that only look alike.
NOBODY = re.compile(r"@(?:[\w.-]+\.)?(?:example\.(?:com|org|net)|users\.noreply\.github\.com)$|^git@", re.IGNORECASE)


def hosts(text: str) -> list[str]:
    """The registries' hosts that `text` names."""
    return [host for host in HOSTS if host in text.lower()]


def machine_paths(text: str) -> list[str]:
    """The paths of a machine that `text` names."""
    return PATHS.findall(text)


def addresses(text: str) -> list[str]:
    """The e-mail addresses in `text` that may be somebody's."""
    return [found for found in ADDRESS.findall(text) if not NOBODY.search(found)]


@pytest.fixture(scope="module")
def project() -> list[tuple[str, str]]:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout: its files cannot be listed")
    return list(texts())


@pytest.mark.parametrize("search", [hosts, machine_paths, addresses])
def test_no_file_names(project: list[tuple[str, str]], search: Callable[[str], list[str]]) -> None:
    found = {name: search(text)[:3] for name, text in project if search(text)}
    assert found == {}


@pytest.mark.parametrize(
    ("search", "text"),
    [
        (hosts, "https://files.python" + "hosted.org/packages"),
        (hosts, '"resolved": "https://registry.npm' + 'js.org/esbuild"'),
        (machine_paths, "see /work" + "/main/graph"),
        (machine_paths, "PATH=/ho" + "me/ann/bin"),
        (addresses, "write to ann@" + "posteo.net"),
    ],
)
def test_the_search_finds(search: Callable[[str], list[str]], text: str) -> None:
    assert search(text)


@pytest.mark.parametrize(
    ("search", "text"),
    [
        (machine_paths, "https://host/work" + "/main and ../shared"),
        (addresses, "ann@example.org, 12+ann@users.noreply.github.com, git@github.com"),
        (addresses, "neo4j@5.26 and @vllm-project"),
    ],
)
def test_the_search_passes_over(search: Callable[[str], list[str]], text: str) -> None:
    assert search(text) == []

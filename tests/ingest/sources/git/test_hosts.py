"""Code hosts by their domain."""

from __future__ import annotations

from ingest.sources.git.hosts import GITHUB_HOST, HOSTS, host_of


def test_a_host_is_known_by_its_domain() -> None:
    assert host_of("github.com") == host_of("WWW.GITHUB.COM") == host_of("ssh.github.com") == GITHUB_HOST
    assert [host_of(host.domain) for host in HOSTS] == list(HOSTS)
    assert host_of("github.example.org") is None
    assert host_of("") is None


def test_only_githubs_words_for_merges_are_known() -> None:
    assert [host.platform for host in HOSTS if host.merges] == ["github"]

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BadInputError
from ingest.alias_file import read_file
from ingest.aliases import SHIPPED
from ingest.domains import plain_domain
from ingest.identity import Identities

KNOWN = Identities.load()
OWNERS = sorted(KNOWN.aliases.domains)


@pytest.mark.parametrize(
    ("domain", "name"),
    [
        ("google.com", "Google"),
        ("cs.tsinghua.edu.cn", "Tsinghua University"),
        ("mails.tsinghua.edu.cn", "Tsinghua University"),
        ("linux.vnet.ibm.com", "IBM"),
        ("linux.alibaba.com", "Alibaba"),
        ("csail.mit.edu", "Massachusetts Institute of Technology"),
        ("cam.ac.uk", "University of Cambridge"),
        ("e.ntu.edu.sg", "Nanyang Technological University"),
        ("csie.ntu.edu.tw", "National Taiwan University"),
        ("RedHat.COM.", "Red Hat"),
        ("@nvidia.com", "NVIDIA"),
    ],
)
def test_the_domain_of_an_organization_and_those_below_it_are_its_own(domain: str, name: str) -> None:
    match = KNOWN.employer_of_domain(domain)
    assert match is not None
    assert (match.name, match.confidence) == (name, 0.9)
    assert match.reason.startswith("mail domain: ")


@pytest.mark.parametrize(
    "domain",
    ["gmail.com", "qq.com", "163.com", "users.noreply.github.com", "googlegroups.com", "naver.com", "orange.fr"],
)
def test_a_public_provider_is_nobodys_employer(domain: str) -> None:
    assert KNOWN.employer_of_domain(domain) is None


@pytest.mark.parametrize("domain", ["apache.org", "debian.org", "ieee.org", "kernel.org"])
def test_a_project_and_a_society_are_nobodys_employer(domain: str) -> None:
    assert KNOWN.employer_of_domain(domain) is None


@pytest.mark.parametrize("domain", ["alumni.stanford.edu", "alum.mit.edu", "x.alumni.nus.edu.sg"])
def test_an_address_that_graduates_keep_tells_of_no_employer(domain: str) -> None:
    assert KNOWN.employer_of_domain(domain) is None


@pytest.mark.parametrize(
    "domain",
    [
        "",
        ".",
        "..",
        "com",
        "edu.cn",
        "notgoogle.com",
        "google.com.example",
        "localhost",
        "a" * 5_000,
        "x." * 5_000,
        "ü" * 80,
    ],
)
def test_what_nobody_knows_and_what_is_no_domain_is_unknown(domain: str) -> None:
    assert KNOWN.employer_of_domain(domain) is None


@given(st.sampled_from(OWNERS), st.from_regex(r"[a-z]{2,5}\d", fullmatch=True))
def test_a_domain_below_a_known_one_has_the_same_owner(domain: str, label: str) -> None:
    owner, below = KNOWN.employer_of_domain(domain), KNOWN.employer_of_domain(f"{label}.{domain}")
    assert owner is not None
    assert below is not None
    assert owner.name == below.name


@given(st.text(max_size=60))
def test_any_text_gives_an_owner_or_none_and_is_plain_after_one_pass(text: str) -> None:
    KNOWN.employer_of_domain(text)
    plain = plain_domain(text)
    assert plain_domain(plain) == plain


def test_no_shipped_domain_is_said_of_two_organizations_or_of_a_public_provider() -> None:
    rows = [row for path in SHIPPED.glob("*.yml") for row in read_file(path).organizations]
    domains = [domain for row in rows for domain in row.domains]
    assert sorted(set(domains)) == sorted(domains)
    assert KNOWN.aliases.lists["mail_providers"].isdisjoint(domains)


def test_every_shipped_domain_belongs_to_an_organization_that_is_described_elsewhere() -> None:
    assert [one.name for one in KNOWN.aliases.organizations.values() if one.domains and one.kind == "unknown"] == []


def test_a_file_of_the_users_gives_and_takes_domains(tmp_path: Path) -> None:
    own = tmp_path / "own.yml"
    own.write_text(
        "organizations: [{name: Acme, kind: company, domains: [Acme.example, '@acme.test']}]\n"
        "mail_providers: [google.com]\n"
    )
    known = Identities.load(own)
    acme = known.employer_of_domain("mail.acme.example")
    assert acme is not None
    assert acme.name == "Acme"
    assert known.employer_of_domain("google.com") is None


@pytest.mark.parametrize("word", ["acme", "acme..com", "."])
def test_a_domain_that_is_none_is_refused_with_its_line(tmp_path: Path, word: str) -> None:
    own = tmp_path / "own.yml"
    own.write_text(f"organizations:\n  - {{name: Acme, domains: ['{word}']}}\n")
    with pytest.raises(
        BadInputError, match=r"own.yml:2: organizations\[0\].domains: found .*, expected a domain such as"
    ):
        read_file(own)

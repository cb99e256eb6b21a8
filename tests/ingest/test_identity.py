# ruff: noqa: RUF001 - letters that look like others are what is read here
from __future__ import annotations

import csv
from pathlib import Path

import pytest

from graph.errors import BadInputError
from graph.model import Where
from ingest import records
from ingest.identity import Identities, country_name
from ingest.nodes import Nodes
from ingest.profiles import Stated, profile_records

BUNDLED = Path(__file__).parents[2] / "ingest" / "datasets"
SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "bundled"
UNIVERSITY_DEVELOPERS = {
    "yiyuanliu",
    "RuixiangMa",
    "haochengxia",
    "jiangxiaosheng",
    "jt-zhang",
    "r-value",
    "wx-csy",
    "A-transformer",
}
ALIBABA_DEVELOPERS = {"oraluben", "GuangguanWang", "wangfakang", "wzc-wuzhicheng", "huww98", "SimonCqk"}


@pytest.fixture(scope="module")
def known() -> Identities:
    return Identities.load()


@pytest.fixture(scope="module")
def contributors() -> list[list[str]]:
    name = "deepseek_week_contributors.md"
    table = next((folder / name for folder in (SHARED, BUNDLED) if (folder / name).exists()), None)
    if table is None:
        pytest.skip(f"{name} is in neither of the data folders")
    lines = table.read_text(encoding="utf-8").splitlines()[2:]
    return [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]


def test_one_load_answers_for_organizations_countries_logins_and_bots(known: Identities) -> None:
    assert [match.name for match in known.organizations("@deepseek-ai").matches] == ["DeepSeek"]
    assert known.countries("中国，浙江省，杭州市").codes == ("CN",)
    assert known.login("@beginIner") == "beginlner"
    assert known.bot("dependabot[bot]") == "alias file: bots"


def test_eight_developers_of_the_bundled_table_are_at_a_university(
    known: Identities, contributors: list[list[str]]
) -> None:
    found = {
        row[0]
        for row in contributors
        if any(match.kind == "university" for match in known.organizations(row[3]).matches)
    }
    assert found == UNIVERSITY_DEVELOPERS


def test_six_developers_of_the_bundled_table_are_at_alibaba(known: Identities, contributors: list[list[str]]) -> None:
    found = {row[0] for row in contributors if any(m.name == "Alibaba" for m in known.organizations(row[3]).matches)}
    assert found == ALIBABA_DEVELOPERS


def test_forty_developers_of_the_bundled_table_name_a_place_in_china_and_two_of_them_another_country(
    known: Identities, contributors: list[list[str]]
) -> None:
    codes: dict[str, set[str]] = {}
    for row in contributors:
        codes.setdefault(row[0], set()).update(known.countries(row[4]).codes)
    chinese = {login: found for login, found in codes.items() if "CN" in found}
    assert len(codes) == 84
    assert len(chinese) == 40
    assert {login: found for login, found in chinese.items() if len(found) > 1} == {
        "phantom5125": {"CN", "JP"},
        "haochengxia": {"US", "CN"},
    }


def test_nobody_of_the_bundled_table_is_a_bot(known: Identities, contributors: list[list[str]]) -> None:
    assert [row[0] for row in contributors if known.bot(row[0])] == []


@pytest.mark.parametrize(
    ("handle", "name", "kind"),
    [
        ("deepseek-ai", "DeepSeek", "company"),
        ("@NVIDIA", "NVIDIA", "company"),
        ("nvidia", "NVIDIA", "company"),
        ("ai-dynamo", "NVIDIA", "company"),
        ("ppl-ai", "Perplexity", "company"),
        ("langgenius", "LangGenius", "company"),
        ("PaddlePaddle", "Baidu", "company"),
        ("ml-explore", "Apple", "company"),
        ("volcengine", "ByteDance", "company"),
        ("vllm-project", "vLLM community", "community"),
        ("kubernetes", "Kubernetes community", "community"),
        ("apache", "Apache Software Foundation", "foundation"),
        ("pytorch", "PyTorch Foundation", "foundation"),
        ("thu-ml", "Tsinghua University", "university"),
    ],
)
def test_an_account_belongs_to_its_organization(known: Identities, handle: str, name: str, kind: str) -> None:
    owner = known.owner(handle)
    assert owner is not None
    assert (owner.name, owner.kind, owner.confidence) == (name, kind, 1.0)


@pytest.mark.parametrize("handle", ["hiyouga", "AUTOMATIC1111", "songquanpeng", "", "@", "no-such-account"])
def test_an_account_that_is_nobodys_we_know_has_no_owner(known: Identities, handle: str) -> None:
    assert known.owner(handle) is None


def test_most_owners_of_the_landscape_are_known(known: Identities) -> None:
    landscape = SHARED / "llm_landscape_2025.csv"
    if not landscape.exists():
        pytest.skip("llm_landscape_2025.csv is not in the shared data")
    with landscape.open(encoding="utf-8-sig", newline="") as lines:
        owners = {row["repository"].split("/")[0] for row in csv.DictReader(lines)}
    assert sum(known.owner(owner) is not None for owner in owners) >= 0.85 * len(owners)


def test_the_organizations_of_the_lineage_table_are_known(known: Identities) -> None:
    expected = {
        "UC Berkeley": ["UC Berkeley"],
        "SkyLab, UC Berkeley": ["UC Berkeley"],
        "LMSYS": ["LMSYS"],
        "UC Berkeley;Stanford University;Carnegie Mellon University": [
            "UC Berkeley",
            "Stanford University",
            "Carnegie Mellon University",
        ],
        "KVCache.AI, Tsinghua University": ["Tsinghua University"],
        "MadSys, Tsinghua University": ["Tsinghua University"],
        "PyTorch Foundation": ["PyTorch Foundation"],
        "LF AI & Data Foundation": ["LF AI & Data Foundation"],
        "DeepWisdom": ["DeepWisdom"],
    }
    read = {text: [match.name for match in known.organizations(text).matches] for text in expected}
    assert read == expected


def test_handles_and_seat_of_an_organization_are_found_by_any_of_its_names(known: Identities) -> None:
    assert "deepseek-ai" in known.handles("DeepSeek AI")
    assert known.country_of("深度求索") == "CN"
    assert known.handles("no such organization") == ()
    assert known.country_of("no such organization") is None


def test_every_seat_of_the_alias_files_is_a_country(known: Identities) -> None:
    seats = {one.country for one in known.aliases.organizations.values() if one.country}
    assert [code for code in seats if country_name(code) == code] == []


def test_a_file_of_the_users_wins_over_what_is_shipped(tmp_path: Path) -> None:
    own = tmp_path / "own.yml"
    own.write_text(
        "organizations:\n"
        "  - {name: Bhilai Institute, kind: university, country: IN, aliases: [BIT], handles: [didi]}\n"
        "cities: {NZ: [Hangzhou]}\n"
        "not_organizations: [Jike]\n"
        "logins: {octocat: monalisa}\n"
        "bots: [torvalds]\n"
        "people: [dependabot]\n",
        encoding="utf-8",
    )
    known = Identities.load(own)
    assert [match.name for match in known.organizations("BIT").matches] == ["Bhilai Institute"]
    assert known.handles("DiDi") == ()
    assert known.countries("Hangzhou").codes == ("NZ",)
    assert known.organizations("jike").matches == ()
    assert known.login("Octocat") == "monalisa"
    assert known.bot("torvalds") == "alias file: bots"
    assert known.bot("dependabot") is None
    assert [match.name for match in Identities.load().organizations("BIT").matches] == [
        "Beijing Institute of Technology"
    ]


def test_a_broken_file_of_the_users_is_refused_with_its_line(tmp_path: Path) -> None:
    own = tmp_path / "own.yml"
    own.write_text("organizations:\n  - {name: Acme, kind: firm}\n", encoding="utf-8")
    with pytest.raises(BadInputError, match=r"own.yml:2: organizations\[0\].kind: found `firm`, expected one of comp"):
        Identities.load(own)


def test_country_names_are_plain_and_an_unknown_code_stays() -> None:
    assert [country_name(code) for code in ("CN", "us", "NL", "TW", "HK", "MO")] == [
        "China",
        "United States",
        "Netherlands",
        "Taiwan",
        "Hong Kong",
        "Macao",
    ]
    assert country_name("ZZ") == "ZZ"


def test_of_an_address_in_a_profile_the_domain_alone_tells_and_stays() -> None:
    where, address = Where("profiles", 1), "@".join(("jane", "redhat.com"))
    who, by = records.developer("jane", where), records.snapshot("s:d:0", where)
    found = list(profile_records(who, Stated(address, f"Berlin {address}"), Nodes(Identities.load()), "s", by, where))
    assert [str(one.props["raw"]) for one in found if "raw" in one.props] == ["domain: redhat.com", "Berlin"]
    assert "jane@" not in repr(found)


def test_an_organization_is_known_by_its_chinese_names_too(known: Identities) -> None:
    assert known.chinese_names("Tsinghua University")[:2] == ("清华", "清华大学")
    assert known.chinese_names("Acme") == ()
    node = Nodes(known).organization_named("阿里云", Where("table", 1))
    assert (node.props["name"], "阿里巴巴" in str(node.props["names_zh"])) == ("Alibaba", True)

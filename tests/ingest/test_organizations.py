from __future__ import annotations

import pytest

from ingest.aliases import Aliases, load_aliases
from ingest.organizations import OrganizationMatch, owner_of, read_organizations


@pytest.fixture(scope="module")
def aliases() -> Aliases:
    return load_aliases()


def names(aliases: Aliases, text: str) -> list[str]:
    return [match.name for match in read_organizations(aliases, text).matches]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("@deepseek-ai", "DeepSeek", "company"),
        ("DeepSeek AI", "DeepSeek", "company"),
        ("deepseek", "DeepSeek", "company"),
        ("@alibaba", "Alibaba", "company"),
        ("Alibaba", "Alibaba", "company"),
        ("Alibaba Cloud @aliyun ACK team @kubernetes", "Alibaba", "company"),
        ("蚂蚁", "Ant Group", "company"),
        ("ByteDance", "ByteDance", "company"),
        ("Bytedance", "ByteDance", "company"),
        ("@facebook", "Meta", "company"),
        ("Meta - PyTorch", "Meta", "company"),
        ("Meta", "Meta", "company"),
        ("@NVIDIA", "NVIDIA", "company"),
        ("@ppl-ai", "Perplexity", "company"),
        ("@didi", "DiDi", "company"),
        ("InfinigenceAI", "Infinigence AI", "company"),
        ("jike", "Jike", "company"),
        ("Linkedin", "LinkedIn", "company"),
        ("XSKY", "XSKY", "company"),
        ("Shopee", "Shopee", "company"),
        ("Huawei", "Huawei", "company"),
        ("Kingsoft Office (WPS)", "Kingsoft Office", "company"),
        ("BIT", "Beijing Institute of Technology", "university"),
        ("HUST", "Huazhong University of Science and Technology", "university"),
        ("ZJU", "Zhejiang University", "university"),
        ("UIUC", "University of Illinois Urbana-Champaign", "university"),
        ("Tsinghua University", "Tsinghua University", "university"),
        ("@thu-ml, Tsinghua University", "Tsinghua University", "university"),
        ("Carnegie Mellon University", "Carnegie Mellon University", "university"),
        ("Renmin Univeristy of China", "Renmin University of China", "university"),
        ("@vllm-project", "vLLM community", "community"),
    ],
)
def test_what_the_bundled_table_writes_is_one_organization(aliases: Aliases, text: str, name: str, kind: str) -> None:
    assert [(match.name, match.kind) for match in read_organizations(aliases, text).matches] == [(name, kind)]


def test_two_names_in_one_cell_are_two_organizations(aliases: Aliases) -> None:
    assert names(aliases, "UIUC; ZJU") == ["University of Illinois Urbana-Champaign", "Zhejiang University"]
    assert names(aliases, "Google / Stanford") == ["Google", "Stanford University"]
    assert names(aliases, "Tsinghua University & ByteDance") == ["Tsinghua University", "ByteDance"]
    assert names(aliases, "Alibaba、腾讯") == ["Alibaba", "Tencent"]


def test_projects_joined_by_an_ampersand_are_communities(aliases: Aliases) -> None:
    matches = read_organizations(aliases, "OpenCloudOS & Circle Linux Project").matches
    assert [(match.name, match.kind) for match in matches] == [
        ("OpenCloudOS", "community"),
        ("Circle Linux Project", "community"),
    ]


def test_an_ampersand_within_a_name_does_not_cut_it(aliases: Aliases) -> None:
    assert names(aliases, "Johnson & Johnson") == ["Johnson & Johnson"]
    assert names(aliases, "AT&T") == ["AT&T"]
    assert names(aliases, "Foo & Sons Ltd") == ["Foo & Sons"]


def test_a_project_beside_an_employer_is_no_employer(aliases: Aliases) -> None:
    assert names(aliases, "@facebook @pytorch") == ["Meta"]
    assert names(aliases, "Red Hat / vLLM") == ["Red Hat"]
    assert names(aliases, "@vllm-project @sgl-project") == ["vLLM community", "SGLang community"]


def test_an_account_that_nobody_knows_is_no_organization(aliases: Aliases) -> None:
    assert names(aliases, "@rust-lang @no-such-account") == ["Rust community"]


def test_a_foundation_that_is_spelled_out_stays_beside_a_company(aliases: Aliases) -> None:
    assert names(aliases, "Google; Linux Foundation") == ["Google", "Linux Foundation"]
    assert names(aliases, "@google @linuxfoundation") == ["Google"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Software Engineer at Google", "Google"),
        ("SWE@Google", "Google"),
        ("PhD student at Stanford", "Stanford University"),
        ("Department of Computer Science, Peking University", "Peking University"),
        ("Tsinghua University, Beijing", "Tsinghua University"),
        ("Founder @ Foo Labs Ltd", "Foo Labs"),
        ("CTO at @pingcap", "PingCAP"),
        ("I work for Spotify", "Spotify"),
        ("CS student University of Pisa '24", "University of Pisa"),
        ("https://github.com/huggingface", "Hugging Face"),
    ],
)
def test_the_role_the_place_and_the_department_are_no_organization(aliases: Aliases, text: str, name: str) -> None:
    assert names(aliases, text) == [name]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("ex-Google", []),
        ("Meta (ex-Google)", ["Meta"]),
        ("formerly @google, now @openai", ["OpenAI"]),
        ("Tencent; previously Baidu", ["Tencent"]),
        ("前阿里", []),
    ],
)
def test_a_former_employer_is_left_out(aliases: Aliases, text: str, left: list[str]) -> None:
    assert names(aliases, text) == left


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "nothing written"),
        (" \t ", "nothing written"),
        ("☁️", "no letters"),
        ("???", "no letters"),
        ("(seriously this is the name)", "a remark in parentheses"),
        ("Freelancer", "alias file: no organization"),
        ("N/A", "alias file: no organization"),
        ("无", "alias file: no organization"),
        ("ex-Google", "former employers or addresses only"),
        ("Software Engineer", "alias file: no organization"),
        ("Java developer", "no organization's name in it"),
        ("looking for opportunities", "no organization's name in it"),
        ("Beijing", "no organization's name in it"),
        ("I like building things and drinking coffee in the morning", "no organization's name in it"),
        ("Alumni of MIT", "former employers or addresses only"),
        ("my university", "no organization's name in it"),
    ],
)
def test_where_there_is_no_organization_the_reason_says_why(aliases: Aliases, text: str, reason: str) -> None:
    reading = read_organizations(aliases, text)
    assert reading.matches == ()
    assert reading.reason == reason


@pytest.mark.parametrize(
    "text",
    [
        "Zettabyte Analytics",
        "@acme-org",
        "Foo Labs",
        "Apple Farm",
        "Amazon rainforest",
        "Berkeley Lights",
        "example.com",
    ],
)
def test_a_name_that_nobody_knows_stays_unknown_and_says_so(aliases: Aliases, text: str) -> None:
    reading = read_organizations(aliases, text)
    assert (reading.matches, reading.reason) == ((), "not a known organization")


@pytest.mark.parametrize(
    "text", ["Google Developer Expert", "Microsoft MVP", "@microsoft-mvp", "Intel Fan", "Google Ventures", "AWS Hero"]
)
def test_who_is_honoured_by_a_company_or_named_after_it_is_not_employed_there(aliases: Aliases, text: str) -> None:
    assert names(aliases, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [("jane" + "@redhat.com", "Red Hat"), ("nvidia.com", "NVIDIA"), ("https://www.intel.com/content", "Intel")],
)
def test_a_domain_tells_whose_it_is(aliases: Aliases, text: str, name: str) -> None:
    assert names(aliases, text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("National Institute of Technology, Rourkela", "National Institute of Technology, Rourkela"),
        ("Indian Institute of Technology, Madras", "IIT Madras"),
        ("University of Maryland, Baltimore County", "University of Maryland, Baltimore County"),
        ("University of Maryland, College Park", "University of Maryland"),
    ],
)
def test_a_name_that_several_share_is_read_with_its_place(aliases: Aliases, text: str, name: str) -> None:
    assert names(aliases, text) == [name]


def test_an_organization_named_twice_is_one(aliases: Aliases) -> None:
    assert names(aliases, "@alibaba; Alibaba Cloud; 阿里") == ["Alibaba"]


def test_the_account_of_an_organization_says_which_account_it_was(aliases: Aliases) -> None:
    owner = owner_of(aliases, "@AI-Dynamo")
    assert owner == OrganizationMatch("NVIDIA", "company", 1.0, "account: ai-dynamo")

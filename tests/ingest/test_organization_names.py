# ruff: noqa: RUF001 - letters that look like others are what is read here
from __future__ import annotations

import pytest

from ingest.aliases import Aliases, load_aliases
from ingest.organization_names import read_account, read_name, without_legal_form


@pytest.fixture(scope="module")
def aliases() -> Aliases:
    return load_aliases()


@pytest.mark.parametrize(
    ("text", "name", "confidence", "reason"),
    [
        ("alibaba", "Alibaba", 1.0, "alias file: alibaba"),
        ("Google LLC", "Google", 0.9, "legal suffix removed"),
        ("Alibaba Group Holding Ltd.", "Alibaba", 0.9, "legal suffix removed"),
        ("华为技术有限公司", "Huawei", 0.9, "legal suffix removed"),
        ("深圳市腾讯计算机系统有限公司", "Tencent", 0.9, "legal suffix removed"),
        ("杭州深度求索人工智能基础技术研究有限公司", "DeepSeek", 0.9, "legal suffix removed"),
        ("腾讯科技(深圳)有限公司", "Tencent", 0.9, "legal suffix removed"),
        ("NVIDIA AI Technology Center", "NVIDIA", 0.85, "part of NVIDIA"),
        ("Google Zurich", "Google", 0.85, "part of Google"),
        ("Microsoft DeepSpeed", "Microsoft", 0.85, "part of Microsoft"),
        ("MIT PhD", "Massachusetts Institute of Technology", 0.85, "part of Massachusetts Institute of Technology"),
        ("浙江大学计算机学院", "Zhejiang University", 0.85, "part of Zhejiang University"),
        ("Renmin Univeristy of China", "Renmin University of China", 0.8, "spelling corrected"),
        ("Tsinghua Univ.", "Tsinghua University", 0.8, "spelling corrected"),
        ("University of Nowhere", "University of Nowhere", 0.8, "a university by its name"),
        ("某某农林大学", "某某农林大学", 0.8, "a university by its name"),
        ("Uni Stuttgart", "University of Stuttgart", 0.8, "spelling corrected"),
        ("Grab Holdings", "Grab", 0.9, "legal suffix removed"),
        ("ООО Яндекс", "Yandex", 0.9, "legal suffix removed"),
        ("サイボウズ株式会社", "Cybozu", 0.9, "legal suffix removed"),
        ("nvidia.com", "NVIDIA", 0.9, "domain: nvidia.com"),
        ("Google Fuchsia team", "Google", 0.85, "part of Google"),
        ("腾讯CSIG", "Tencent", 0.85, "part of Tencent"),
        ("Max Planck Institute for Intelligent Systems", "Max Planck Society", 0.85, "part of Max Planck Society"),
        ("Rust-in-Space Foundation", "Rust-in-Space Foundation", 0.8, "a foundation by its name"),
        ("Banana Labs GmbH", "Banana Labs", 0.7, "a company by its legal suffix"),
    ],
)
def test_each_rule_has_its_confidence_and_says_its_name(
    aliases: Aliases, text: str, name: str, confidence: float, reason: str
) -> None:
    found = read_name(aliases, text)
    assert found is not None
    assert (found.name, found.confidence, found.reason) == (name, confidence, reason)


@pytest.mark.parametrize(
    "text",
    [
        "Amazon Conservation Association",
        "Apple Valley Hospital",
        "Meta Materials",
        "Oracle Park",
        "Bigtable",
        "Denver CO",
        "Adelaide SA",
    ],
)
def test_a_name_that_only_begins_like_a_known_one_is_not_taken_for_it(aliases: Aliases, text: str) -> None:
    assert read_name(aliases, text) is None


@pytest.mark.parametrize("text", ["Jinan University", "Jilin University", "Hunan University", "Henan University"])
def test_universities_of_similar_names_are_told_apart(aliases: Aliases, text: str) -> None:
    found = read_name(aliases, text)
    assert found is not None
    assert (found.name, found.confidence) == (text, 1.0)


def test_a_university_press_and_a_university_hospital_are_no_universities(aliases: Aliases) -> None:
    assert read_name(aliases, "Nowhere University Press") is None
    assert read_name(aliases, "Nowhere University Hospital") is None


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Hugging Face, Inc.", "Hugging Face"),
        ("Foo Co., Ltd", "Foo"),
        ("Siemens AG", "Siemens"),
        ("百度网讯科技有限公司", "百度网讯科技"),
        ("Ant Group", "Ant Group"),
        ("Red Hat", "Red Hat"),
    ],
)
def test_the_legal_form_is_taken_off_and_nothing_else(text: str, short: str) -> None:
    assert without_legal_form(text) == short


def test_an_account_may_be_followed_by_words(aliases: Aliases) -> None:
    found = read_account(aliases, "@aliyun ACK team")
    assert found is not None
    assert (found.name, found.by_account) == ("Alibaba", True)


def test_an_at_sign_before_a_name_of_two_words_means_the_name(aliases: Aliases) -> None:
    found = read_account(aliases, "@Peking University")
    assert found is not None
    assert found.name == "Peking University"

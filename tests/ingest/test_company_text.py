from __future__ import annotations

import pytest

from ingest.company_text import inner, joined, parts, statements, without_asides


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("ex-Google", ""),
        ("Meta, ex-Google", "Meta,"),
        ("Meta (ex-Google)", "Meta ( )"),
        ("prev. Uber | Lyft", "| Lyft"),
        ("formerly Uber, now Lyft", "now Lyft"),
        ("前阿里", ""),
        ("前端", "前端"),
        ("Exxon", "Exxon"),
        ("https://www.example.com/about", "example.com"),
        ("https://github.com/torvalds/linux", "@torvalds"),
    ],
)
def test_former_employers_go_and_links_become_what_they_name(text: str, left: str) -> None:
    assert without_asides(text) == left


def test_of_a_mail_address_the_domain_alone_is_left() -> None:
    address = "@".join(("me", "company.example"))
    assert without_asides(f"Acme {address}") == "Acme company.example"


def test_a_semicolon_a_bar_and_an_enumeration_comma_divide() -> None:
    assert statements("UIUC; ZJU|MIT、CMU") == ["UIUC", "ZJU", "MIT", "CMU"]


def test_ampersand_slash_plus_and_the_word_and_may_join_names() -> None:
    assert joined("A & B and C / D + E") == ["A", "B", "C", "D", "E"]
    assert joined("AT&T") == ["AT&T"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Engineer @ Google", ["Engineer", "Google"]),
        ("Engineer at Google", ["Engineer", "Google"]),
        ("SWE@Google", ["SWE", "@Google"]),
        ("@a @b", ["@a", "@b"]),
        ("Meta - PyTorch", ["Meta", "PyTorch"]),
        ("T-Mobile", ["T-Mobile"]),
        ("Kingsoft Office (WPS)", ["Kingsoft Office"]),
        ("Dept. of CS, Peking University", ["Dept. of CS", "Peking University"]),
        ("@", []),
    ],
)
def test_a_name_and_what_qualifies_it_are_parts(text: str, found: list[str]) -> None:
    assert parts(text) == found


def test_what_stands_in_brackets_is_found_even_when_they_stay_open() -> None:
    assert inner("Kingsoft Office (WPS)") == ["WPS"]
    assert inner("Acme [US] (Labs") == ["US", "Labs"]
    assert inner("()") == []

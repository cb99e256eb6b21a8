"""Accounts by no-reply addresses, others linked to these by name or address, and nobody invented."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.sources.git.hosts import GITHUB_HOST, HOSTS
from ingest.sources.git.log import Identity
from ingest.sources.git.people import Account, Accounts, Person, fold, fold_name, resolve

PRIVATE = "users.noreply.github.com"
GITLAB, GITEE = "users.noreply.gitlab.com", "user.noreply.gitee.com"


def who(name: str, address: str, written: str = "") -> Identity:
    return Identity(name.encode(), address.encode(), (written or address).encode())


def people(*identities: Identity, mentioned: tuple[str, ...] = ()) -> dict[str, Person]:
    """The people by name of their identity."""
    found, _ = resolve(identities, mentioned, GITHUB_HOST)
    return {identity.name.decode(): person for identity, person in found.items()}


def test_a_no_reply_address_tells_login_and_id() -> None:
    found = people(
        who("A", f"11+ann-b@{PRIVATE}"), who("B", f"bob@{PRIVATE}"), who("R", f"5+dependabot[bot]@{PRIVATE}")
    )
    assert found["A"] == Person(Account("ann-b", 11))
    assert found["B"] == Person(Account("bob"))
    assert found["R"] == Person(Account("dependabot[bot]", 5))


def test_other_addresses_tell_nothing() -> None:
    strange = (f"+x@{PRIVATE}", f"@{PRIVATE}", f"a.b@{PRIVATE}", f"ann@sub.{PRIVATE}", f"ann@{PRIVATE}.example.org", "")
    assert people(*(who(f"Some Body {n}", address) for n, address in enumerate(strange))) == {}


def test_the_hosts_of_others_have_their_own_addresses() -> None:
    gitlab, gitee = HOSTS[1], HOSTS[2]
    there, _ = resolve([who("A", f"7-ann@{GITLAB}")], (), gitlab)
    assert next(iter(there.values())).account == Account("ann", 7)
    assert resolve([who("A", f"7+ann@{PRIVATE}")], (), gitlab)[0] == {}
    assert next(iter(resolve([who("A", f"8+ann@{GITEE}")], (), gitee)[0].values())).account.number == 8


def test_the_same_name_is_linked_and_marked() -> None:
    found, _ = resolve([who("Ann Bell", f"11+ann@{PRIVATE}"), who("ann  bell", "a@work.example.org")], (), GITHUB_HOST)
    assert found[who("ann  bell", "a@work.example.org")] == Person(Account("ann", 11), linked=True)


def test_a_name_that_is_a_known_login_is_linked() -> None:
    found = people(who("wzc.wuzhicheng", "w@work.example.org"), mentioned=("wzc-wuzhicheng",))
    assert found["wzc.wuzhicheng"] == Person(Account("wzc-wuzhicheng"), linked=True)


def test_a_name_that_no_login_resembles_is_nobody() -> None:
    assert people(who("Dmytro D", "d@work.example.org"), mentioned=("dzhul",)) == {}


def test_an_address_links_another_name() -> None:
    found = people(
        who("Ann Bell", f"11+ann@{PRIVATE}"), who("Ann Bell", "ann@work.example.org"), who("AB", "ANN@work.example.org")
    )
    assert found["AB"] == Person(Account("ann", 11), linked=True)


def test_a_name_of_two_accounts_links_to_neither() -> None:
    wei = [who("Wei Li", f"{n}+wei{n}@{PRIVATE}") for n in (1, 2)]
    found, _ = resolve([*wei, who("Wei Li", "wei@work.example.org")], (), GITHUB_HOST)
    assert who("Wei Li", "wei@work.example.org") not in found


def test_an_address_of_two_accounts_links_to_neither() -> None:
    shared = "team@work.example.org"
    named = [who("Ann Bell", f"11+ann@{PRIVATE}"), who("Bob Crow", f"22+bob@{PRIVATE}")]
    found, _ = resolve([*named, who("Ann Bell", shared), who("Bob Crow", shared), who("Zoe", shared)], (), GITHUB_HOST)
    assert who("Zoe", shared) not in found
    assert found[who("Ann Bell", shared)].account.login == "ann"


def test_names_and_addresses_of_anybody_link_nobody() -> None:
    host = "root@localhost"
    found = people(
        who("root", f"11+ann@{PRIVATE}"),
        who("Root", "root@box.example.org"),
        who("Ann Bell", f"11+ann@{PRIVATE}", "you@example.com"),
        who("Stranger Danger", "you@example.com"),
        who("Somebody Else", host),
    )
    assert found.keys() == {"root", "Ann Bell"}


def test_short_single_words_link_nobody_but_short_chinese_names_do() -> None:
    found = people(
        who("Alex", f"1+alex1@{PRIVATE}"), who("ALEX", "x@work.example.org"),
        who("张三", f"2+zhang@{PRIVATE}"), who("张 三", "z@work.example.org"),
    )  # fmt: skip
    assert found.keys() == {"Alex", "张三", "张 三"}


def test_a_mailmap_joins_what_was_written_from_several_addresses() -> None:
    mapped = "ann@work.example.org"
    found = people(who("Ann", mapped, f"11+ann@{PRIVATE}"), who("Ann at home", mapped, "home@dsl.example.net"))
    assert found["Ann at home"].account == Account("ann", 11)


def test_a_renamed_account_is_one_under_its_newest_login() -> None:
    found, accounts = resolve([who("A", f"11+new@{PRIVATE}"), who("A", f"11+old@{PRIVATE}")], (), GITHUB_HOST)
    assert {person.account for person in found.values()} == {Account("new", 11)}
    assert accounts.former() == [(Account("new", 11), ("old",))]


def test_an_old_login_that_somebody_else_took_is_not_told_as_former() -> None:
    identities = [who("C", f"33+old@{PRIVATE}"), who("A", f"11+new@{PRIVATE}"), who("A", f"11+old@{PRIVATE}")]
    found, accounts = resolve(identities, (), GITHUB_HOST)
    assert accounts.former() == []
    assert found[identities[0]].account == Account("old", 33)
    assert found[identities[2]].account == Account("new", 11)


def test_logins_are_one_whatever_their_case_and_take_the_newest_spelling() -> None:
    accounts = Accounts()
    accounts.add("AnnB", None)
    accounts.add("annb", 11)
    assert accounts.of("ANNB") == Account("AnnB", 11)


def test_names_in_unknown_encodings_are_compared_as_they_are() -> None:
    name = "张三".encode("gbk")
    here = Identity(name, f"2+zhang@{PRIVATE}".encode(), f"2+zhang@{PRIVATE}".encode())
    there = Identity(name, b"z@work.example.org", b"z@work.example.org")
    found, _ = resolve([here, there], (), GITHUB_HOST)
    assert found[there].account == Account("zhang", 2)


@given(st.text())
def test_a_folded_text_is_folded_for_good(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.binary(max_size=40))
def test_any_bytes_can_be_a_name(name: bytes) -> None:
    assert isinstance(fold_name(name), str)


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz"), st.booleans()), max_size=12))
def test_nobody_is_given_a_login_that_the_history_does_not_name(rows: list[tuple[str, str, bool]]) -> None:
    made = [
        who(f"{name} Somebody", f"{box}@{PRIVATE}" if private else f"{box}@work.example.org")
        for name, box, private in rows
    ]
    named = {box for _, box, private in rows if private}
    found, _ = resolve(dict.fromkeys(made), (), GITHUB_HOST)
    assert {person.account.login for person in found.values()} <= named
    assert all(identity in found for identity, (_, _, private) in zip(made, rows, strict=True) if private)

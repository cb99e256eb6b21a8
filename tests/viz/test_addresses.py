from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from viz import addresses


def test_pages_have_plain_addresses() -> None:
    assert addresses.repository("deepseek-ai/DeepEP") == "/repositories/deepseek-ai/DeepEP"
    assert addresses.developer("fzyzcjy") == "/developers/fzyzcjy"
    assert addresses.query("top") == "/queries/top"
    listed = addresses.view("overlap", parameters={"repositories": ["a/b", "c/d"]})
    assert listed == "/views/overlap?repositories=a%2Fb%2Cc%2Fd"
    assert addresses.view("ego-network", "a/b") == "/views/ego-network/github/a/b"


def test_what_is_below_a_place_has_its_name_whole() -> None:
    found = [addresses.is_below(path, ("/api", "/healthz")) for path in ("/api", "/api/v1", "/healthzfoo", "/apiary")]
    assert found == [True, True, False, False]


def test_unknown_parameters_are_left_out_and_truth_is_lower_case() -> None:
    assert addresses.query("top", {"domain": None, "all": True}) == "/queries/top?all=true"


def test_an_export_names_its_format() -> None:
    assert addresses.export("top", "csv", {"n": 5}) == "/api/v1/queries/top?n=5&format=csv"


def test_what_has_a_page_leads_there() -> None:
    assert addresses.page_of("Repository", "a/b") == "/repositories/a/b"
    assert addresses.page_of("Developer", "a") == "/developers/a"
    assert addresses.page_of("Domain", "Coding Assistant") == "/views/landscape?domain=Coding+Assistant&isolated=true"
    of_stack = addresses.page_of("Domain", "Serving", "llm-stack/serving")
    assert of_stack == "/views/landscape?taxonomy=llm-stack&domain=Serving&isolated=true"
    assert addresses.page_of("Organization", "PyTorch Foundation") == "/queries/lineage?name=PyTorch+Foundation"
    assert addresses.page_of("Product", "Cursor") == "/queries/lineage?name=Cursor"
    assert addresses.page_of("Country", "China") == ""


def test_a_code_host_is_named_where_it_is_known() -> None:
    assert addresses.code_host("a/b") == "https://github.com/a/b"
    assert addresses.code_host("a/b", "gitee") == ""


@given(st.text(min_size=1))
def test_any_login_stays_inside_its_address(login: str) -> None:
    if any("\ud800" <= letter <= "\udfff" for letter in login):
        return
    address = urlsplit(addresses.developer(login))
    assert (address.query, address.fragment, address.netloc) == ("", "", "")


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,9}", fullmatch=True), st.integers() | st.from_regex(r"[^,]+")))
def test_parameters_come_back_from_the_address(parameters: dict[str, object]) -> None:
    asked = parse_qs(urlsplit(addresses.query("q", parameters)).query, keep_blank_values=True)
    assert {name: values[0] for name, values in asked.items()} == {k: str(v) for k, v in parameters.items()}


def test_a_file_of_a_view_stands_beside_its_page() -> None:
    page = addresses.view("overlap-network", parameters={"repositories": ["a/b", "c/d"]})
    assert addresses.file_of(page, "svg") == "/views/overlap-network.svg?repositories=a%2Fb%2Cc%2Fd"
    assert (
        addresses.file_of("/views/project-contribution/github/a/b", "pdf")
        == "/views/project-contribution/github/a/b.pdf"
    )
    assert addresses.embed_of(page).startswith("/embed/overlap-network?")


def test_a_name_that_ends_like_a_file_is_known() -> None:
    assert addresses.has_ending("owner/data.json")
    assert addresses.has_ending("owner/all.nodes.csv")
    assert not addresses.has_ending("vercel/next.js")

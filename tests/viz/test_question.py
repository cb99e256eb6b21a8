from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from viz.page_data import Field
from viz.question import question


def test_how_many_repositories_is_no_list_of_them_for_the_histogram() -> None:
    fields = (Field("developer", "str", "ann", "who"), Field("repositories", "int", 10, "how many"))
    asked = question("developer-partners", fields)
    assert asked is not None
    assert parse_qs(urlsplit(str(asked["activity"])).query) == {"developer": ["ann"]}
    listed = question("overlap-network", (Field("repositories", "list[str]", ["a/b", "c/d"], "which"),))
    assert listed is not None
    assert parse_qs(urlsplit(str(listed["activity"])).query) == {"repositories": ["a/b,c/d"]}

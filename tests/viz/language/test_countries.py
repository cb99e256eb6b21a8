from __future__ import annotations

from viz.language import country, speaking


def test_a_country_is_called_as_the_page_speaks_and_one_that_nobody_knows_by_its_name() -> None:
    assert country("Germany", "DE") == "Germany"
    with speaking("zh"):
        assert country("Germany", "DE") == "德国"
        assert country("Atlantis", "XX") == "Atlantis"
        assert country("nowhere", None) == "nowhere"

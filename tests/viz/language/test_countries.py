from __future__ import annotations

from ingest.countries import chinese_names
from ingest.gazetteer import country_names
from viz.language import country, speaking


def test_a_country_is_called_as_the_page_speaks_and_one_that_nobody_knows_by_its_name() -> None:
    assert country("Germany", "DE") == "Germany"
    with speaking("zh"):
        assert country("Germany", "DE") == "德国"
        assert country("Atlantis", "XX") == "Atlantis"
        assert country("nowhere", None) == "nowhere"


def test_every_country_is_known_by_its_name_alone() -> None:
    with speaking("zh"):
        names = {code: country(name) for code, name in country_names().items()}
    assert names == {code: chinese_names()[code] for code in names}

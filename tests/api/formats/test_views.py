import pytest

from api.formats.views import FILES, NETWORKS_ONLY, network
from graph.errors import BadInputError
from tests.viz.export import subjects
from viz import addresses
from viz.export.sheet import Sheet


def test_the_files_are_those_that_addresses_end_in_the_longer_first() -> None:
    assert tuple(FILES) == addresses.ENDINGS
    assert list(FILES).index("nodes.csv") < list(FILES).index("csv")


@pytest.mark.parametrize("ending", FILES)
def test_each_file_of_a_network_is_written(ending: str) -> None:
    assert FILES[ending].write(subjects.overlap(), Sheet("light", 400, 300))


@pytest.mark.parametrize("ending", NETWORKS_ONLY)
def test_a_chart_is_no_network_and_says_where_its_rows_are(ending: str) -> None:
    with pytest.raises(BadInputError, match="rank-race is a chart and no network") as caught:
        FILES[ending].write(subjects.chart(), Sheet())
    assert caught.value.hint == "its rows are at /views/rank-race.csv"


def test_a_network_is_handed_on() -> None:
    assert network(subjects.overlap()) is not None


@pytest.mark.parametrize("ending", FILES)
def test_pictures_are_shown_and_data_are_saved(ending: str) -> None:
    sent = FILES[ending].headers("overlap")
    assert sent["Content-Disposition"].startswith("inline" if FILES[ending].picture else "attachment")
    assert ("Content-Security-Policy" in sent) == FILES[ending].picture

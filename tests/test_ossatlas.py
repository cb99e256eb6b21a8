import pytest

import ossatlas


def test_every_name_that_is_offered_is_there() -> None:
    assert [name for name in ossatlas.__all__ if not hasattr(ossatlas, name)] == []
    assert dir(ossatlas) == sorted(ossatlas.__all__)


def test_another_name_is_refused_with_those_that_are_there() -> None:
    with pytest.raises(AttributeError, match="ossatlas has no 'Graph'; it has AsyncClient, "):
        _ = ossatlas.Graph

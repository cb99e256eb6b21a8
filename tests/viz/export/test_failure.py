import pytest

from tests.viz.export.opened import parsed
from viz.export.failure import failure
from viz.export.sheet import Sheet


@pytest.mark.parametrize("size", [(1200, 750), (160, 160)])
def test_a_failure_says_what_is_wrong(size: tuple[int, int]) -> None:
    root = parsed(failure(404, "Not found", 'there is no view "<b>\x00nope</b>"', Sheet("dark", *size)))
    said = " ".join(element.text or "" for element in root.iter() if element.tag.endswith("text"))
    assert said.startswith("Not found")
    assert "There is no view" in said
    assert int(root.get("height", "0")) <= 180

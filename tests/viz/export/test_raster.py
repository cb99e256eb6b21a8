import struct

import pytest

from tests.viz.export import subjects
from viz.export.raster import MOST, png
from viz.export.sheet import Sheet
from viz.export.svg import svg


def size(file: bytes) -> tuple[int, int]:
    assert file.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", file[16:24])


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_has_two_pixels_per_pixel(theme: str) -> None:
    sheet = Sheet(theme, 600, 400)
    assert size(png(svg(subjects.overlap(), sheet), sheet)) == (1200, 800)


def test_a_large_picture_stays_below_its_limit() -> None:
    sheet = Sheet("light", 4096, 4096)
    wide, high = size(png(svg(subjects.empty(), sheet), sheet))
    assert MOST * 0.98 < wide * high <= MOST * 1.01


def test_the_same_picture_gives_the_same_bytes() -> None:
    sheet = Sheet("light", 300, 200)
    assert png(svg(subjects.hostile(), sheet), sheet) == png(svg(subjects.hostile(), sheet), sheet)

"""Small PNG files out of screenshots: 256 colours and the tightest packing, since a README is read over the network."""

from __future__ import annotations

import base64
import struct
import zlib

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Page

Pixels = NDArray[np.uint8]
COLORS = 256
READ = """async (text) => {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${text}`)).blob());
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  pen.drawImage(bitmap, 0, 0);
  const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
  let letters = "";
  for (let i = 0; i < data.length; i += 32768) letters += String.fromCharCode(...data.subarray(i, i + 32768));
  return [bitmap.width, bitmap.height, btoa(letters)];
}"""


def small(page: Page, png: bytes) -> bytes:
    """The same picture in few colours; `page` is any open page, whose browser decodes the PNG."""
    width, height, pixels = page.evaluate(READ, base64.b64encode(png).decode())
    rgba = np.frombuffer(base64.b64decode(pixels), dtype=np.uint8).reshape(height, width, 4)
    return packed(*reduced(rgba[:, :, :3]))


def reduced(rgb: Pixels) -> tuple[Pixels, Pixels]:
    """Each pixel's number, and the palette: the most frequent colours, to which the others are rounded."""
    flat = rgb.reshape(-1, 3).astype(np.int64)
    coarse, places = np.unique(flat >> 2, axis=0, return_inverse=True)
    counts = np.bincount(places)
    means = np.stack([np.bincount(places, flat[:, c]) / counts for c in range(3)], axis=1)
    palette = means[np.argsort(-counts, kind="stable")[:COLORS]]
    nearest = ((means[:, None] - palette[None]) ** 2).sum(axis=2).argmin(axis=1)
    assert len(coarse) == len(nearest)
    return nearest[places].reshape(rgb.shape[:2]).astype(np.uint8), palette.round().astype(np.uint8)


def packed(numbers: Pixels, palette: Pixels) -> bytes:
    """The PNG file of these palette numbers."""
    height, width = numbers.shape
    rows = np.hstack([np.zeros((height, 1), np.uint8), numbers]).tobytes()
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", header), (b"PLTE", palette.tobytes()), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

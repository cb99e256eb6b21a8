"""How far apart colours look, to colour-blind readers too.

Colour blindness as simulated by Machado, Oliveira and Fernandes (2009), severity 1; distances in OKLab (Ottosson 2020),
where 0.02 is about what can just be seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
SIGHTS: dict[str, Floats] = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
_CONES = np.array(
    [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
     [0.0883024619, 0.2817188376, 0.6299787005]]
)  # fmt: skip
_LAB = np.array(
    [[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
     [0.0259040371, 0.7827717662, -0.8086757660]]
)  # fmt: skip
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])


def linear(color: str) -> Floats:
    """The red, green and blue light of a colour `#RRGGBB`, 0 to 1."""
    told = np.array([int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(told <= 0.04045, told / 12.92, ((told + 0.055) / 1.055) ** 2.4)


def closest(colors: Iterable[str]) -> float:
    """The least distance between two of the colours, whoever looks."""
    pairs = list(combinations(colors, 2))
    return min(float(np.linalg.norm(_seen(a, sight) - _seen(b, sight))) for a, b in pairs for sight in SIGHTS.values())


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 counts it, from 1 to 21."""
    low, high = sorted(float(_LUMINANCE @ linear(color)) for color in (one, other))
    return (high + 0.05) / (low + 0.05)


def _seen(color: str, sight: Floats) -> Floats:
    found: Floats = _LAB @ np.cbrt(_CONES @ np.clip(sight @ linear(color), 0, 1))
    return found

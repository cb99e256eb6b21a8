"""Where the nodes stand: ForceAtlas2 on the server, the same for the same data, fast enough for 50,000 nodes.

Each connected piece is laid out by itself, freed of overlaps and packed beside the others, the largest in the middle.
Why it is our own code, and what else was measured, is told in docs/decisions/0024-drawing-large-networks.md.
"""

from __future__ import annotations

from viz.layout.packing import pack
from viz.layout.parting import GAP, part, separate
from viz.layout.places import layout, level

__all__ = ["GAP", "layout", "level", "pack", "part", "separate"]

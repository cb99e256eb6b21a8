"""What tests read off an open page."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

STAGE = "document.querySelector('.stage').atlas"


def serious(page: Page) -> list[str]:
    """What axe finds serious or critical: rule and first element."""
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found if v["impact"] in {"serious", "critical"}]


def drawn(page: Page) -> dict[str, Any]:
    """Each node's place on the screen, the canvas's size, and how many pixels are not paper."""
    return dict(
        page.evaluate(f"""() => {{
            const {{ picture, model }} = {STAGE};
            const at = (id) => picture.vis.canvasToDOM(picture.vis.getPosition(id));
            const places = model.nodes.map((n) => ({{ id: n.id, ...at(n.id) }}));
            const canvas = document.querySelector('[data-canvas] canvas');
            const seen = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            let inked = 0;
            for (let i = 3; i < seen.length; i += 4) inked += Number(seen[i] > 0);
            return {{ places, inked, width: canvas.clientWidth, height: canvas.clientHeight }};
        }}""")
    )


def under_walls(page: Page) -> list[str]:
    """The nodes whose middle lies under the heading, the legend or a button."""
    return list(
        page.evaluate(f"""() => {{
            const {{ picture, model }} = {STAGE};
            const walls = picture.walls();
            return model.nodes.map((n) => n.id).filter((id) => {{
                const {{ x, y }} = picture.vis.canvasToDOM(picture.vis.getPosition(id));
                return walls.some((w) => x > w.left && x < w.right && y > w.top && y < w.bottom);
            }});
        }}""")
    )


def state_of(page: Page) -> dict[str, str]:
    """What the address remembers."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).fragment).items()}


def download(page: Page, name: str) -> bytes:
    """The file that an export button hands over."""
    page.get_by_label("Export").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return Path(waiting.value.path()).read_bytes()

"""What tests read off an open page."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Position

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


def labels(page: Page) -> list[tuple[float, float, float, float]]:
    """The boxes of the labels that are drawn, in pixels from the canvas's corner."""
    boxes = page.evaluate(f"""() => {{
        const {{ picture }} = {STAGE};
        const {{ x, y, scale }} = picture.view();
        const {{ clientWidth, clientHeight }} = picture.element;
        return [...(picture.overlay ?? picture).labels.values()].map((label) => {{
            picture.pen.font = `${{label.bold ? 600 : 400}} ${{label.px}}px ${{picture.look.font}}`;
            const width = picture.pen.measureText(label.text).width;
            const before = {{ left: 0, center: width / 2, right: width }}[label.align];
            const left = (label.x - x) * scale + clientWidth / 2 - before;
            const middle = (label.y - y) * scale + clientHeight / 2;
            return [left, middle - label.px * 0.6, left + width, middle + label.px * 0.6];
        }});
    }}""")
    return [tuple(box) for box in boxes]


def clashes(boxes: list[tuple[float, float, float, float]]) -> list[object]:
    """The pairs of boxes of which one lies on the other."""
    return [
        (a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]  # fmt: skip


def state_of(page: Page) -> dict[str, str]:
    """What the address remembers."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).fragment).items()}


def download(page: Page, name: str) -> bytes:
    """The file that an export button hands over."""
    page.get_by_label("Export").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return Path(waiting.value.path()).read_bytes()


def spot(page: Page, key: str) -> Position:
    """Where a node is on the canvas, in pixels."""
    x, y = page.evaluate(f"(key) => {{ const {{ x, y }} = {STAGE}.picture.spot(key); return [x, y]; }}", key)
    return Position(x=x, y=y)


def place(page: Page, key: str) -> list[float]:
    """Where a node stands in the layout's own measure, as it is drawn."""
    return list(page.evaluate(f"(key) => {{ const at = {STAGE}.picture.place(key); return [at.x, at.y]; }}", key))


def looking(page: Page) -> dict[str, list[float]]:
    """The places of all drawn nodes, to a tenth."""
    found = page.evaluate(f"""() => {STAGE}.model.nodes.map((node) => {{
        const at = {STAGE}.picture.place(node.id);
        return [node.id, [Math.round(at.x * 10) / 10, Math.round(at.y * 10) / 10]];
    }})""")
    return dict(found)


def keys_of(page: Page, what: str) -> set[str]:
    """A set of the model: `pinned`, `gone`, `filtered`, `hidden` and so on."""
    return set(page.evaluate(f"[...{STAGE}.model.{what}]"))


def shown(page: Page) -> set[str]:
    """The titles of the nodes that are drawn."""
    titles = f"{STAGE}.model.nodes.filter((n) => !{STAGE}.picture.nodes.get(n.id).hidden).map((n) => n.title)"
    return set(page.evaluate(titles))


def entry(page: Page, name: str) -> None:
    """Take an entry of the open menu."""
    page.get_by_role("menuitem", name=name).click()


def choose(page: Page, keys: set[str]) -> set[str]:
    """Draw a lasso around the box of these nodes; what is then selected."""
    spots = [spot(page, key) for key in sorted(keys)]
    box = page.locator("[data-canvas]").bounding_box()
    assert box
    xs, ys = [box["x"] + s["x"] for s in spots], [box["y"] + s["y"] for s in spots]
    left, top, right, bottom = min(xs) - 40, min(ys) - 40, max(xs) + 40, max(ys) + 40
    page.keyboard.down("Shift")
    page.mouse.move(left, top)
    page.mouse.down()
    for x, y in ((right, top), (right, bottom), (left, bottom)):
        page.mouse.move(x, y, steps=3)
    page.mouse.up()
    page.keyboard.up("Shift")
    return set(page.evaluate(f"[...{STAGE}.picture.chosen]"))

"""The pictures of the ferry as they are published; `--update-gold` writes them anew."""

from pathlib import Path

import pytest

from onrecord.render.pictures import svg_of
from tests.pictures.ferry import ferry, panels_of

GOLD = Path(__file__).parent / "gold"
DRAWN = {
    f"{address.strip('/').replace('/', '.')}.{panel.id.partition(':')[2]}.svg": f"{svg_of(panel.picture, panel.id)}\n"
    for address, panels in panels_of(ferry()).items()
    for panel in panels
    if address in {"figures/", "timeline/"}
}


def test_there_is_no_gold_picture_that_is_not_drawn(is_updating_gold: bool) -> None:  # noqa: FBT001  a fixture
    if is_updating_gold:
        for path in GOLD.glob("*.svg"):
            path.unlink()
        for name, svg in DRAWN.items():
            (GOLD / name).write_text(svg, encoding="utf-8")
    assert {path.name for path in GOLD.glob("*.svg")} == set(DRAWN)


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_is_drawn_as_in_its_gold_file(name: str) -> None:
    assert (GOLD / name).read_text(encoding="utf-8") == DRAWN[name]

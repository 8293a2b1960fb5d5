"""Built pages as the bundle reads them: what they would load from elsewhere."""

import pytest

from onrecord.offline.built_pages import asked_by, without_other_forms


@pytest.mark.parametrize(
    ("html", "asks"),
    [
        ('<script src="https://x.example/a.js"></script>', ("https://x.example/a.js",)),
        ('<img src="//x.example/a.png">', ("//x.example/a.png",)),
        ('<link rel="stylesheet" href="HTTPS://x.example/a.css">', ("HTTPS://x.example/a.css",)),
        ('<link rel="canonical" href="https://x.example/">', ()),
        ('<a href="https://x.example/">x</a>', ()),
        ('<script src="../a.js"></script><img src="data:image/png;base64,">', ()),
    ],
)
def test_what_a_page_would_load_from_elsewhere_is_told(html: str, asks: tuple[str, ...]) -> None:
    assert asked_by(html) == asks


def test_other_forms_of_a_page_are_not_named() -> None:
    html = '<html><head><title>x</title><link rel="alternate" href="feed.xml"></head><body>a</body></html>'
    assert without_other_forms(html) == "<html><head><title>x</title></head><body>a</body></html>"

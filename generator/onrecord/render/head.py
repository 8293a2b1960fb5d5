"""The head of a page, as finished HTML: what feed readers, previews and search engines read."""

from markupsafe import Markup

from onrecord.data import Head
from onrecord.pages.wording import Wording
from onrecord.render.environment import fill
from onrecord.urls import ATOM_FEED, JSON_FEED

_FORMS = (("application/atom+xml", ATOM_FEED), ("application/feed+json", JSON_FEED))


def render_head(head: Head, say: Wording, title: str, description: str, marking: str = "") -> str:
    """Render the head of a page of the site; paper bears the marking of the dossier on every sheet."""
    script = Markup(head.quotations)  # noqa: S704  JSON in which every mark of HTML is an escape
    shown = {"title": title, "description": description, "marking": _css_string(marking)}
    return fill(say, "head", head=head, script=script, forms=_FORMS, **shown)


def _css_string(text: str) -> Markup:
    """Write text for a string of CSS, in which every character is an escape of six digits (CSS Syntax 3, 4.3.7)."""
    return Markup("".join(f"\\{ord(character):06x}" for character in " ".join(text.split())))  # noqa: S704  hexadecimal digits


def render_feed_links(head: Head, say: Wording) -> str:
    """Render what every page has in its head: the feeds of the site."""
    return fill(say, "feed_links", head=head, forms=_FORMS)

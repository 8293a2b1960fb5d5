"""The head of a page, as finished HTML: what feed readers, previews and search engines read."""

from markupsafe import Markup

from onrecord.data import Head
from onrecord.pages.wording import Wording
from onrecord.render.environment import fill
from onrecord.urls import ATOM_FEED, JSON_FEED

_FORMS = (("application/atom+xml", ATOM_FEED), ("application/feed+json", JSON_FEED))


def render_head(head: Head, say: Wording, title: str, description: str) -> str:
    """Render the head of a page of the site."""
    script = Markup(head.quotations)  # noqa: S704  JSON in which every mark of HTML is an escape
    return fill(say, "head", head=head, title=title, description=description, script=script, forms=_FORMS)


def render_feed_links(head: Head, say: Wording) -> str:
    """Render what every page has in its head: the feeds of the site."""
    return fill(say, "feed_links", head=head, forms=_FORMS)

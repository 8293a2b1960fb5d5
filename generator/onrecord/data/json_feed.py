"""A feed as JSON Feed 1.1, which has no relative links: without a site address it has none."""

from onrecord import urls
from onrecord.data.feeds import Entry, Feed
from onrecord.indented import write_indented
from onrecord.urls import Publication


def write_json_feed(feed: Feed, publication: Publication) -> str:
    """Write the feed as one JSON object."""
    whole: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": publication.url_of(feed.address),
        "feed_url": publication.url_of(feed.address + urls.JSON_FEED),
        "authors": [{"name": feed.author}],
        "language": feed.language,
        "items": [_item(each, publication) for each in feed.entries],
    }
    return write_indented(_known(whole)) + "\n"


def _item(entry: Entry, publication: Publication) -> dict[str, object]:
    item: dict[str, object] = {
        "id": entry.id,
        "url": publication.url_of(entry.address),
        "title": entry.title,
        "content_text": entry.text,
        "content_html": entry.html,
        "date_published": entry.moment,
        "tags": [topic.label for topic in entry.topics],
        "language": entry.language,
    }
    return _known(item)


def _known(members: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in members.items() if value or name == "items"}

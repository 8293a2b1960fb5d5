"""Words of a source that newer ones have replaced, wherever something of them is shown."""

from onrecord.model import Source
from onrecord.pages.calendar import phrase_words
from onrecord.pages.wording import Wording


def earlier_words(source: Source, say: Wording) -> str:
    """Say that words are earlier ones, and until when they were the newest; nothing where they still are."""
    if not source.version_of:
        return ""
    if source.replaced is None:
        return say.ARE_EARLIER
    return say.ARE_EARLIER_UNTIL.format(date=phrase_words(source.replaced, say))

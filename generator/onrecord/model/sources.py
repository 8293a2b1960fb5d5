"""A source: a document as published, with its stored words."""

from dataclasses import dataclass

from onrecord.dates import Date
from onrecord.locations import Location, Span, TextFile
from onrecord.model.people import Speaker
from onrecord.stored_form import PLAIN, StoredForm


@dataclass(frozen=True, slots=True, order=True)
class OriginalPlace:
    """Where a line of the original begins in the words that were taken from it."""

    start: int
    """In code points of the canonical text."""
    page: str
    """As the original counts it: the label of a page, or the time of a subtitle."""
    line: int
    """On that page, from 1; 0 where there are no lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document as published, with its stored words."""

    key: str
    title: str
    date: Date
    date_basis: str
    publisher: str
    kind: str
    url: str
    archive_url: str
    language: str
    """A BCP 47 tag, such as `en`."""
    translation: str
    """What is known about the words being a translation; empty where they are not."""
    retrieved: Date | None
    note: str
    sha256: str
    """Of the stored bytes, lower-case hexadecimal."""
    text: str
    """The canonical text: UTF-8 decoded, one BOM dropped, CRLF and CR made LF."""
    form: StoredForm = PLAIN
    """What the stored bytes have and the text does not."""
    participants: tuple[Speaker, ...]
    noise: tuple[Span, ...]
    """Page furniture: in the stored words, but not of the document."""
    left_out: tuple[Span, ...]
    """Stretches in quotation marks that the annotator left out on purpose (titles, scare quotes)."""
    aliases: tuple[str, ...]
    """Former keys."""
    location: Location
    """Of its record."""
    path: str = ""
    """Of the stored words, as shown to the author."""
    original: str = ""
    """The file that the words were taken from, and by what; empty where it is their own."""
    places: tuple[OriginalPlace, ...] = ()
    """In order; none where the original has neither pages nor times."""
    version_of: str = ""
    """The key of the source whose earlier words these are; empty where they are the newest."""
    replaced: Date | None = None
    """When newer words took the place of these."""

    def locate(self, span: Span) -> Location:
        """Say where in the stored words a span is."""
        return Location(TextFile(self.path, self.text), span.start, span.end)

"""Every quote as a row of a table: `data/quotes.csv`."""

from onrecord import urls
from onrecord.citing import GAP, cite_plainly
from onrecord.data.frames import Frame, Gap, write_whole
from onrecord.data.tables import write_heading, write_rows
from onrecord.model import Passage, Source
from onrecord.pages.citations import cite_passage
from onrecord.pages.index import DossierIndex
from onrecord.pages.places import place_words

QUOTE_COLUMNS = (
    "key",
    "text",
    "speaker",
    "speaker_name",
    "role",
    "side",
    "date",
    "topics",
    "context",
    "state",
    "part_of",
    "source",
    "title",
    "publisher",
    "language",
    "paragraphs",
    "start",
    "end",
    "link",
    "citation",
)


TABLE = "quotes.csv"
FRAME: Frame = (write_heading(QUOTE_COLUMNS), Gap(name=TABLE))


def write_quote_table(index: DossierIndex, publication: urls.Publication) -> str:
    """Write the quotes, parts included, in the order of their sources."""
    return write_whole(FRAME, (add_to_quote_table(each, index, publication) for each in index.dossier.sources))


def add_to_quote_table(source: Source, index: DossierIndex, publication: urls.Publication) -> dict[str, str]:
    """Write the rows that a source adds."""
    quotes = [each for each in index.in_source(source) if each.is_quote]
    return {TABLE: write_rows(QUOTE_COLUMNS, (_row(each, index, publication) for each in quotes))} if quotes else {}


def said_by(passage: Passage) -> dict[str, str]:
    """Give the cells that say who speaks in a passage; empty for the source's own voice."""
    speaker = passage.speaker
    return {
        "speaker": speaker.id if speaker else "",
        "speaker_name": speaker.name if speaker else "",
        "side": speaker.side if speaker else "",
    }


def _row(passage: Passage, index: DossierIndex, publication: urls.Publication) -> dict[str, str]:
    source = passage.source
    return said_by(passage) | {
        "key": passage.address,
        "text": GAP.join(passage.pieces),
        "role": passage.role.title if passage.role else "",
        "date": str(source.date),
        "topics": " ".join(topic.id for topic in passage.topics),
        "context": passage.context,
        "state": passage.state.value,
        "part_of": passage.whole.address if passage.whole else "",
        "source": source.key,
        "title": source.title,
        "publisher": source.publisher,
        "language": source.language,
        "paragraphs": place_words(passage, index),
        "start": str(passage.start),
        "end": str(passage.end),
        "link": publication.link(urls.passage_address(source.key, passage.key), urls.TAKE_AWAY),
        "citation": cite_plainly(cite_passage(passage, index, publication)),
    }

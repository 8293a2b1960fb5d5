"""Taguette projects as an exchange: its database, and its HTML exports of highlights, documents and codebooks.

Positions count bytes of UTF-8 in the text nodes of a document's HTML. Here they are converted into the text with its paragraphs
apart, once the snippets that the database keeps have shown which unit they really are in.
"""

from onrecord.interchange.collecting import Collector
from onrecord.interchange.databases import MAGIC, Database, Row, whole, words
from onrecord.interchange.exchange import Annotation, Document, Exchange, Piece, UnreadableError
from onrecord.interchange.foreign import Foreign
from onrecord.interchange.html_texts import HtmlText
from onrecord.interchange.offsets import Ruler, detect_unit, is_same_words, measure
from onrecord.interchange.units import UTF_8, Evidence

NAME = "Taguette project"


def is_taguette(file: Foreign) -> bool:
    """Tell whether a file is a database of Taguette."""
    return file.data.startswith(MAGIC) and b"highlight_tags" in file.data


def read_taguette(file: Foreign) -> Exchange:
    """Read a database; UnreadableError where it is none, or holds nothing of Taguette's."""
    with Database(file.data) as database:
        if not {"documents", "highlights", "tags"} <= database.tables:
            raise UnreadableError("the database is not Taguette's")
        reader = _Reader(database)
        reader.read()
        return reader.finish()


class _Reader:
    """One project being read."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._collected = Collector(origin="Taguette")
        self._pages: dict[str, HtmlText] = {}
        self._raw: dict[str, Document] = {}

    def read(self) -> None:
        database, collected = self._database, self._collected
        for row in database.rows("tags"):
            collected.add_code(words(row, "id"), words(row, "path"), description=words(row, "description"))
        for row in database.rows("documents"):
            page = HtmlText(words(row, "contents"))
            id_ = words(row, "id")
            self._pages[id_] = page
            self._raw[id_] = Document(id=id_, name="", text=page.raw)
            collected.add_document(id_, words(row, "name"), text=page.text, added=words(row, "created")[:10])
            if words(row, "description"):
                collected.add_note(words(row, "name"), words(row, "description"))

    def finish(self) -> Exchange:
        """Give all that was read, the positions converted."""
        tags: dict[str, list[str]] = {}
        for row in self._database.rows("highlight_tags"):
            tags.setdefault(words(row, "highlight_id"), []).append(words(row, "tag_id"))
        highlights = [row for row in self._database.rows("highlights") if words(row, "document_id") in self._pages]
        raw = [self._raw_annotation(row) for row in highlights]
        exchange = Exchange(format="", documents=tuple(self._raw.values()), annotations=tuple(raw))
        evidence = detect_unit(exchange, UTF_8)
        for one in raw:
            self._collected.annotations.append(self._converted(one, evidence, tuple(tags.get(one.id, ()))))
        self._collected.measured = evidence
        return self._collected.exchange(NAME)

    def _raw_annotation(self, row: Row) -> Annotation:
        piece = Piece(
            exact=HtmlText(words(row, "snippet")).raw or None,
            start=whole(row, "start_offset"),
            end=whole(row, "end_offset"),
        )
        return Annotation(id=words(row, "id"), document=words(row, "document_id"), pieces=(piece,))

    def _converted(self, one: Annotation, evidence: Evidence | None, codes: tuple[str, ...]) -> Annotation:
        (piece,) = one.pieces
        ruler = measure(self._raw[one.document], evidence.unit) if evidence else Ruler("", UTF_8)
        span = ruler.span(piece)
        known = tuple(code for code in codes if code in self._collected.codes)
        if span is None:
            converted = Piece(exact=piece.exact)
        else:
            page = self._pages[one.document]
            slice_ = page.raw[span.start : span.end]
            is_proven = piece.exact is None or is_same_words(slice_, piece.exact)
            start, end = page.start_of(span.start), page.end_of(span.end)
            # Where snippet and slice agree, the words of the text are theirs, but for the gaps between paragraphs.
            converted = Piece(exact=None if is_proven else piece.exact, start=start, end=end)
        return Annotation(id=one.id, document=one.document, pieces=(converted,), codes=known)

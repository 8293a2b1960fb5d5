"""QualCoder projects as an exchange: the database `data.qda` in the folder of a project.

Categories are the codes above its codes. Positions count code points. Coders are not read.
"""

from onrecord.interchange.collecting import Collector
from onrecord.interchange.databases import MAGIC, Database, Row, whole, words
from onrecord.interchange.exchange import Annotation, Exchange, Piece, UnreadableError
from onrecord.interchange.foreign import Foreign
from onrecord.locations import Span
from onrecord.texts import canonical_text

NAME = "QualCoder project"


def is_qualcoder(file: Foreign) -> bool:
    """Tell whether a file is a database of QualCoder."""
    return file.data.startswith(MAGIC) and b"code_text" in file.data and b"code_name" in file.data


def read_qualcoder(file: Foreign) -> Exchange:
    """Read a project; UnreadableError where it is none."""
    with Database(file.data) as database:
        if not {"source", "code_name", "code_text"} <= database.tables:
            raise UnreadableError("the database is not QualCoder's")
        return _Reader(database).read()


class _Reader:
    """One project being read."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._collected = Collector(origin="QualCoder")
        self._turns: dict[str, list[tuple[Span, str]]] = {}

    def read(self) -> Exchange:
        self._read_codes()
        self._read_cases()
        self._read_sources()
        for row in self._database.rows("code_text"):
            self._add(row, f"coding {words(row, 'ctid')}", words(row, "seltext"), code=f"code {words(row, 'cid')}")
        for row in self._database.rows("annotation"):
            self._add(row, f"annotation {words(row, 'anid')}", "", code="")
        for row in self._database.rows("journal"):
            self._collected.add_note(words(row, "name"), words(row, "jentry"))
        for table, what in (("code_image", "code of a picture"), ("code_av", "code of a recording")):
            self._collected.lose(what, sum(1 for _ in self._database.rows(table)))
        self._collected.lose(
            "value of an attribute", sum(1 for row in self._database.rows("attribute") if words(row, "value"))
        )
        return self._collected.exchange(NAME)

    def _read_codes(self) -> None:
        for row in self._database.rows("code_cat"):
            parent = f"category {words(row, 'supercatid')}" if words(row, "supercatid") else ""
            self._add_code(f"category {words(row, 'catid')}", row, parent)
        for row in self._database.rows("code_name"):
            above = ("code", "supercid") if words(row, "supercid") else ("category", "catid")
            parent = f"{above[0]} {words(row, above[1])}" if words(row, above[1]) else ""
            self._add_code(f"code {words(row, 'cid')}", row, parent)

    def _add_code(self, id_: str, row: Row, parent: str) -> None:
        self._collected.add_code(id_, words(row, "name"), description=words(row, "memo"), parent=parent)

    def _read_cases(self) -> None:
        for row in self._database.rows("cases"):
            self._collected.add_person(words(row, "caseid"), words(row, "name"))
        for row in self._database.rows("case_text"):
            start, end = whole(row, "pos0"), whole(row, "pos1")
            if start is not None and end is not None and words(row, "caseid") in self._collected.people:
                self._turns.setdefault(words(row, "fid"), []).append((Span(start, end), words(row, "caseid")))

    def _read_sources(self) -> None:
        """Read the documents; a case that covers one wholly takes part in it, and one that covers a stretch speaks there."""
        for row in self._database.rows("source"):
            id_, text = words(row, "id"), words(row, "fulltext")
            if not text:
                self._collected.lose("picture, recording or page without a text")
                continue
            turns = self._turns.get(id_, [])
            wide = [person for span, person in turns if span.start == 0 and span.end >= len(text) - 1]
            self._turns[id_] = [(span, person) for span, person in turns if person not in wide]
            self._collected.add_document(
                id_,
                words(row, "name"),
                text=canonical_text(text),
                added=words(row, "date")[:10],
                people=tuple(dict.fromkeys(wide)),
            )
            if words(row, "memo"):
                self._collected.add_note(words(row, "name"), words(row, "memo"))

    def _add(self, row: Row, id_: str, exact: str, *, code: str) -> None:
        document, start, end = words(row, "fid"), whole(row, "pos0"), whole(row, "pos1")
        if document not in self._collected.documents or start is None or end is None:
            self._collected.lose("code of a document without a text")
            return
        piece = Piece(exact=exact or None, start=start, end=end)
        memo = words(row, "memo")
        self._collected.annotations.append(
            Annotation(
                id=id_,
                document=document,
                pieces=(piece,),
                codes=(code,) if code in self._collected.codes else (),
                person=self._speaker(document, Span(start, end)),
                notes=(memo,) if memo else (),
            )
        )

    def _speaker(self, document: str, span: Span) -> str:
        people = {person for turn, person in self._turns.get(document, ()) if turn.holds(span)}
        return people.pop() if len(people) == 1 else ""

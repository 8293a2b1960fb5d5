"""What a reader collects while it reads a file, and how often it met what it cannot take."""

from collections import Counter
from dataclasses import dataclass, field

from onrecord.interchange.exchange import NO_FACTS, Annotation, Code, Document, Exchange, Facts, Note, Person
from onrecord.interchange.units import Evidence
from onrecord.stored_form import PLAIN, StoredForm


@dataclass(slots=True)
class Collector:
    """Everything read so far; documents, codes and people by their ids, the first of each id."""

    origin: str = ""
    facts: Facts = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    codes: dict[str, Code] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    annotations: list[Annotation] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    measured: Evidence | None = None
    lost: Counter[str] = field(default_factory=Counter)
    _code_ids: dict[str, str] = field(default_factory=dict)
    _person_ids: dict[str, str] = field(default_factory=dict)

    def add_document(  # noqa: PLR0913  one for each field
        self,
        id_: str,
        name: str,
        *,
        text: str | None = None,
        form: StoredForm = PLAIN,
        sha256: str = "",
        url: str = "",
        date: str = "",
        added: str = "",
        people: tuple[str, ...] = (),
        key: str = "",
        facts: Facts = NO_FACTS,
    ) -> None:
        """Add a document, unless there is one of that id."""
        document = Document(
            id=id_,
            name=name,
            text=text,
            form=form,
            sha256=sha256,
            url=url,
            date=date,
            added=added,
            people=people,
            key=key,
            facts=facts,
        )
        self.documents.setdefault(id_, document)

    def add_code(  # noqa: PLR0913  one for each field
        self, id_: str, name: str, *, description: str = "", parent: str = "", key: str = "", facts: Facts = NO_FACTS
    ) -> str:
        """Add a code, unless there is one of that id; give the id."""
        code = Code(id=id_, name=name, description=description, parent=parent, key=key, facts=facts)
        self.codes.setdefault(id_, code)
        self._code_ids.setdefault(name, id_)
        return id_

    def code_named(self, name: str) -> str:
        """Give the id of the code of that name, and add it where there is none."""
        known = self._code_ids.get(name)
        return known if known is not None else self.add_code(name, name)

    def add_person(self, id_: str, name: str, *, key: str = "", facts: Facts = NO_FACTS) -> str:
        """Add a person, unless there is one of that id; give the id."""
        self.people.setdefault(id_, Person(id=id_, name=name, key=key, facts=facts))
        self._person_ids.setdefault(name, id_)
        return id_

    def person_named(self, name: str) -> str:
        """Give the id of the person of that name, and add it where there is none."""
        known = self._person_ids.get(name)
        return known if known is not None else self.add_person(name, name)

    def add_note(self, name: str, text: str, *, briefing: str = "") -> None:
        """Add a note on the whole, or a briefing."""
        self.notes.append(Note(name=name, text=text, briefing=briefing))

    def lose(self, what: str, count: int = 1) -> None:
        """Note something that cannot be taken."""
        if count:
            self.lost[what] += count

    def exchange(self, name: str) -> Exchange:
        """Give all of it as one value; `name` is the format's."""
        return Exchange(
            format=name,
            origin=self.origin,
            documents=tuple(self.documents.values()),
            codes=tuple(self.codes.values()),
            people=tuple(self.people.values()),
            annotations=tuple(self.annotations),
            notes=tuple(self.notes),
            facts=self.facts,
            measured=self.measured,
            losses=tuple(f"{what} ({count})" for what, count in sorted(self.lost.items())),
        )

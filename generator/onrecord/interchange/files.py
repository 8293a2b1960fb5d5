"""The files of a project that an import adds to, each as it is to be."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from onrecord.checking import Checked
from onrecord.content import BRIEFINGS_FOLDER, CODEBOOK_FILE, DOSSIER_FILE, SOURCES_FOLDER, SPEAKERS_FILE, RecordFile
from onrecord.dossier_file import DossierEntry
from onrecord.forms import KEY
from onrecord.interchange.describing import describe_source
from onrecord.interchange.exchange import Document
from onrecord.interchange.matching import Matches, Read
from onrecord.interchange.naming import add_speakers, add_topics
from onrecord.interchange.passages import draft_passages
from onrecord.interchange.placing import Placed
from onrecord.interchange.recording import Entries, add_to_record, write_record
from onrecord.interchange.sifting import sift
from onrecord.interchange.yaml_words import printable, write_map
from onrecord.locations import Span
from onrecord.model import Passage
from onrecord.stored_form import restore

NO_PLACE = "its record has no safe place for it"
_NOTHING = Entries(quotes={}, statements={})
_NEEDED = ("title", "date", "publisher")
_DEFAULT_TITLE = "Imported sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A text file of the content folder as it is to be."""

    path: str
    """Below the content folder."""
    old: str | None
    """The canonical text that is there; None where there is no file."""
    new: str


class Files:
    """What becomes of the files, collected document by document."""

    def __init__(self, matches: Matches, checked: Checked, read: Read, today: date) -> None:
        """Begin with what the project holds."""
        self.recorded: list[Placed] = []
        self.already: list[Placed] = []
        self.kept: list[Placed] = []
        self.words: dict[str, bytes] = {}
        self.edits: list[Edit] = []
        self.refused: list[str] = []
        self.dropped: list[str] = []
        self._matches = matches
        self._read = read
        self._today = today
        self._there: dict[tuple[str, tuple[Span, ...]], Passage] = {}
        for passage in checked.dossier.passages:
            self._there.setdefault((passage.source.key, passage.spans), passage)

    def add_document(self, document: Document, placed: list[Placed]) -> None:
        """Plan the record of a document, new or not; what cannot stand in it is kept."""
        key = self._matches.sources.get(document.id)
        wanted = []
        for each in placed:
            there = self._there.get((key or "", each.spans))
            if key is None or each.obstacle:
                self.kept.append(each)
            elif there is None:
                wanted.append(each)
            elif self._says_nothing_new(each, there):
                self.already.append(each)
            else:
                obstacle = f"the same words are `{there.key}` already, with other topics or notes; add them there"
                self.kept.append(replace(each, obstacle=obstacle))
        record = self._matches.known_sources.get(key or "")
        if key is not None and record is None:
            self._add_new(document, key, wanted)
        elif record is not None and wanted:
            self._add_to(record, wanted)

    def _says_nothing_new(self, placed: Placed, there: Passage) -> bool:
        one, topics = placed.annotation, {topic.id for topic in there.topics}
        said = {self._matches.topics[code] for code in one.codes if code in self._matches.topics}
        speaker = self._matches.speakers.get(one.person, "")
        is_same_speaker = not speaker or (there.speaker is not None and there.speaker.id == speaker)
        known = f"{there.note}\n{there.context}"
        return said <= topics and is_same_speaker and all(printable(note) in known for note in one.notes)

    def _add_new(self, document: Document, key: str, wanted: list[Placed]) -> None:
        path = f"{SOURCES_FOLDER}/{key}.yml"
        drafted = draft_passages(wanted, self._matches, frozenset())
        facts, dropped = describe_source(document, self._matches, self._today)
        self.dropped += (*drafted.dropped, *dropped)
        if self._text(f"{SOURCES_FOLDER}/{key}.txt") is None:  # stored words may have waited for their record
            self.words[f"{SOURCES_FOLDER}/{key}.txt"] = restore(document.text or "", document.form)
        text = write_record(facts, drafted.entries, path)
        if text is not None:
            self.recorded += wanted
        else:
            self._keep(path, wanted)
            text = write_record(facts, _NOTHING, path) or write_map({name: facts[name] for name in _NEEDED})
        self.edits.append(Edit(path=path, old=None, new=text))

    def _add_to(self, record: RecordFile, wanted: list[Placed]) -> None:
        path = f"{SOURCES_FOLDER}/{record.key}.yml"
        taken = {str(each.key) for each in (*record.entry.quotes, *record.entry.statements)}
        drafted = draft_passages(wanted, self._matches, frozenset(taken))
        self.dropped += drafted.dropped
        old = self._text(path)
        text = None if record.is_broken or old is None else add_to_record(old, drafted.entries, path)
        if text is None:
            self._keep(path, wanted)
        else:
            self.recorded += wanted
            self.edits.append(Edit(path=path, old=old, new=text))

    def _text(self, path: str) -> str | None:
        stored = self._read(path)
        return None if stored is None else stored[0]

    def _keep(self, path: str, wanted: list[Placed]) -> None:
        self.refused.append(path)
        self.kept += [replace(each, obstacle=NO_PLACE) for each in wanted]

    def add_names(self) -> None:
        """Plan the codebook and the speakers; a file that is not there is made."""
        topics, speakers = self._matches.new_topics, self._matches.new_speakers
        self._add_to_file(CODEBOOK_FILE, lambda text: add_topics(text, topics), has_new=bool(topics))
        self._add_to_file(SPEAKERS_FILE, lambda text: add_speakers(text, speakers), has_new=bool(speakers))

    def _add_to_file(self, path: str, add: Callable[[str], str | None], *, has_new: bool) -> None:
        old = self._text(path)
        if not has_new and old is not None:
            return
        new = add(old or "") if has_new else ""
        if new is None:
            self.refused.append(path)
        else:
            self.edits.append(Edit(path=path, old=old, new=new))

    def add_briefings(self) -> None:
        """Plan the briefings that are not there."""
        for note in self._matches.exchange.notes:
            path = f"{BRIEFINGS_FOLDER}/{note.briefing}.md"
            if note.briefing and KEY.admits(note.briefing) and self._text(path) is None:
                self.edits.append(Edit(path=path, old=None, new=note.text))

    def add_dossier(self) -> None:
        """Plan `dossier.yml` where there is none."""
        if self._text(DOSSIER_FILE) is None:
            facts = sift(self._matches.exchange.facts, DossierEntry)[0]
            text = write_map({"title": _DEFAULT_TITLE, **facts})
            self.edits.append(Edit(path=DOSSIER_FILE, old=None, new=text))

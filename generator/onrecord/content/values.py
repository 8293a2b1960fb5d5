"""What the content folder holds, as its files say it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.codebook import TopicEntry
from onrecord.dossier_file import DossierEntry
from onrecord.fields import Keyed
from onrecord.locations import Location, TextFile
from onrecord.model import OriginalPlace
from onrecord.proving import Answers, Job, Reading
from onrecord.records import RecordEntry
from onrecord.speakers import SpeakerEntry
from onrecord.stored_form import StoredForm

DOSSIER_FILE = "dossier.yml"
CODEBOOK_FILE = "codebook.yml"
SPEAKERS_FILE = "speakers.yml"
SOURCES_FOLDER = "sources"
BRIEFINGS_FOLDER = "briefings"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFile:
    """A record, and the stored words that it is about."""

    key: str
    entry: RecordEntry
    file: TextFile
    is_broken: bool
    """Whether the record could not be read; `entry` is empty then."""
    text: TextFile | None
    """None where there are no stored words, or where they cannot be read."""
    is_text_broken: bool
    """Whether there are stored words that cannot be read."""
    sha256: str
    """Of the stored bytes; empty where `text` is None."""
    form: StoredForm
    """Of the stored bytes."""
    answers: Answers | None = field(repr=False)
    """Where the words of the record are in the stored words; None where `text` is."""
    places: tuple[OriginalPlace, ...] = field(repr=False)
    """Where each line of the original begins in the words."""
    job: Job = field(repr=False, compare=False)
    """What was read,"""
    reading: Reading = field(repr=False, compare=False)
    """and what it came to: where the job is the same again, so is this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingFile:
    """A briefing as stored, front matter and all."""

    key: str
    file: TextFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What the content folder holds; records and briefings in the order of their keys."""

    dossier: DossierEntry
    codebook: tuple[Keyed[TopicEntry], ...]
    is_codebook_broken: bool
    """Whether the codebook could not be read, so that no topic is known."""
    speakers: tuple[Keyed[SpeakerEntry], ...]
    is_speakers_broken: bool
    """Whether the speakers could not be read, so that none is known."""
    records: tuple[RecordFile, ...]
    unrecorded: Mapping[str, Location]
    """Stored words without a record: the file, by its key."""
    briefings: tuple[BriefingFile, ...]

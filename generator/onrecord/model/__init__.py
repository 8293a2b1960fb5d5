"""The dossier: everything in memory, resolved.

Nothing here holds a key that still has to be looked up, and no quote holds text: its words are cut from
the source by its spans. References go one way only (passage → source, link → passages), so there are no circles.
"""

from onrecord.model.briefings import (
    Alteration,
    AlterationKind,
    Briefing,
    Change,
    Citation,
    Embedding,
    Placement,
    Quotation,
)
from onrecord.model.dossier import Dossier, Unsettled
from onrecord.model.passages import Event, Figure, Link, Passage, Proof
from onrecord.model.people import Role, Speaker, Topic
from onrecord.model.printing import PrintChoices
from onrecord.model.sources import OriginalPlace, Source
from onrecord.model.states import PassageKind, Relation, State

__all__ = [
    "Alteration",
    "AlterationKind",
    "Briefing",
    "Change",
    "Citation",
    "Dossier",
    "Embedding",
    "Event",
    "Figure",
    "Link",
    "OriginalPlace",
    "Passage",
    "PassageKind",
    "Placement",
    "PrintChoices",
    "Proof",
    "Quotation",
    "Relation",
    "Role",
    "Source",
    "Speaker",
    "State",
    "Topic",
    "Unsettled",
]

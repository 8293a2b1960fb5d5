"""The index: of speakers with the pages of their words, and of keys with the page that proves each and those that cite it."""

from typing import Any

from onrecord import urls
from onrecord.pages.index import DossierIndex
from onrecord.pages.references import passage_reference
from onrecord.pages.speakers import SpeakerRow
from onrecord.printing.prose import use_label


def index_speakers(
    speakers: tuple[SpeakerRow, ...], index: DossierIndex, labels: frozenset[str]
) -> list[dict[str, Any]]:
    """List everybody, with the places of their words that are in this print."""
    own = {
        urls.speaker_address(each.id): [
            label
            for passage in index.of_speaker(each)
            if (label := urls.passage_address(passage.source.key, passage.key)) in labels
        ]
        for each in index.dossier.speakers
    }
    rows = sorted(speakers, key=lambda row: row.reference.label.casefold())
    return [
        {
            "label": row.reference.address,
            "name": row.reference.label,
            "side": row.side,
            "roles": [", ".join(part for part in (role.title, role.period) if part) for role in row.roles],
            "evidence": row.evidence,
            "at": own[row.reference.address],
        }
        for row in rows
        if row.reference.address in labels
    ]


def index_keys(index: DossierIndex, labels: frozenset[str]) -> list[dict[str, Any]]:
    """List every passage in this print by its key."""
    return [
        {
            "key": passage.address,
            "label": address,
            "at": [
                label
                for use in index.uses_of(passage)
                if (label := use_label(urls.topic_address(use.topic.id), use.number)) in labels
            ],
        }
        for passage in index.dossier.passages
        if (address := passage_reference(passage).address) in labels
    ]

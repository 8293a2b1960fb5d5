"""Write what is proposed for annotated documents that are not in this repository, for a scorer that is not, either.

`python -m tests.suggesting.measure GOLD PREDICTED [--turns | --sure]` reads JSON Lines with the `doc_id` and `text` of a
document each, and writes for each the quotations found: offsets in code points, of the words and of who is said to speak,
and the name that these mean. `--turns` finds the turns of transcripts instead, `--sure` keeps only what is sure. The last
line says how many documents were read in a second of processor time.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any

from onrecord.locations import Span
from onrecord.suggesting.attribution import hear
from onrecord.suggesting.speech import Tier
from onrecord.suggesting.transcripts import find_turns


def find(text: str, *, only_sure: bool) -> Iterator[dict[str, Any]]:
    """Give the quotations of a text as a scorer reads them."""
    for speech in hear(text).speech:
        if speech.tier is Tier.SURE or not only_sure:
            verb = speech.cue.verb
            yield {
                **_places(text, speech.quoted.inside, speech.mention),
                "speaker_ref": speech.speaker.name if speech.speaker else None,
                "cue_start": verb.start if verb else None,
                "cue_end": verb.end if verb else None,
                "cue_text": text[verb.start : verb.end] if verb else None,
            }


def find_spoken(text: str) -> Iterator[dict[str, Any]]:
    """Give the turns of a transcript as a scorer reads them."""
    return (_places(text, turn.words, turn.label) for turn in find_turns(text))


def _places(text: str, words: Span, speaker: Span | None) -> dict[str, Any]:
    return {
        "start": words.start,
        "end": words.end,
        "speaker_start": speaker.start if speaker else None,
        "speaker_end": speaker.end if speaker else None,
        "speaker_text": text[speaker.start : speaker.end] if speaker else None,
    }


def main(gold: str, predicted: str, kind: str = "") -> None:
    """Read one file and write the other."""
    documents = [json.loads(line) for line in Path(gold).read_text(encoding="utf-8").splitlines()]
    begun = process_time()
    found = [
        list(find_spoken(each["text"]) if kind == "--turns" else find(each["text"], only_sure=kind == "--sure"))
        for each in documents
    ]
    seconds = process_time() - begun
    lines = (
        json.dumps({"doc_id": each["doc_id"], "quotes": quotes}, ensure_ascii=False)
        for each, quotes in zip(documents, found, strict=True)
    )
    Path(predicted).write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(documents) / seconds:.0f} documents a second\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

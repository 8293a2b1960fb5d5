"""A project with one of everything that a record can say, in texts that are hard to count in."""

from dataclasses import fields, is_dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from onrecord.checking import Checked, check_content
from onrecord.interchange.commands import Imported, import_file
from onrecord.model import State

TODAY = date(2026, 3, 1)

_PLACES = {"location", "path"}

_FILES = {
    "dossier.yml": "title: The new bridge\nsubtitle: What was said\neditor: Your desk\nas_of: 2024-03-05\nlanguage: en\n"
    "print:\n  paper: us-letter\n",
    "codebook.yml": "bridge:\n  label: The new bridge 🌉\n  definition: Building it; the money is left out.\n"
    '  terms: [bridge, crossing]\n\ncosts:\n  label: "Costs: all"\n  definition: Who pays.\n  parent: bridge\n',
    "speakers.yml": "mayor:\n  name: Anna Example\n  kind: person\n  side: The town\n  roles:\n"
    "    - {title: Mayor, from: 2020-01-15}\n  aliases: [the mayor]\n\ncounty:\n  name: The county\n  kind: body\n",
    "briefings/bridge.md": "---\ntopic: bridge\nas_of: 2024-03-05\n---\n\n## Key points\n\n"
    "- The mayor says: “we will not wait any longer 🚀” [@council24:q01]\n",
    "sources/council24.yml": """\
title: Council hears the plan
date: 2024-03-05
date_basis: the report says 5 March
publisher: Exampleton Courier
kind: news report
url: https://courier.example/bridge
language: en
retrieved: 2024-03-06
participants: [mayor, county]
noise: ["• 7 photos 📷"]
left_out: ["“Old Mill”"]
aliases: [council]
quotes:
  q01:
    text:
      - We have waited for this bridge for twenty years 🌉
      - and we will not wait any longer 🚀
    speaker: mayor
    topics: [bridge]
  q02:
    text: "It will cost the town €12-14 million. 💶 For the path we have a hundered euros"
    speaker: mayor
    topics: [bridge, costs]
    context: "it: the bridge"
    note: "Two sums: one is a range."
    sic: [hundered]
    mentions: [county]
    aliases: [q20]
    parts:
      a:
        text: It will cost the town €12-14 million.
        topics: [costs]
      b:
        text: For the path we have a hundered euros
    figures:
      - {text: €12-14 million, low: 12000000, high: 14000000, unit: EUR, status: planned, what: cost}
    links:
      - {to: letter24:s01, as: contrasts, because: There it is the county that pays.}
statements:
  s01:
    text: the plan
    prefix: took note of
    topics: [bridge]
    links:
      - {to: q02b, as: elaborates}
events:
  - what: The council meets
    passage: s01
    date: 2024-03-05
    status: happened
    topics: [bridge]
""",
    "sources/letter24.yml": """\
title: A letter
date: 2024
publisher: The county
statements:
  s01:
    text: The county 🏛 pays its share
    speaker: county
    topics: [costs]
""",
}
_TEXTS = {
    "sources/council24.txt": "Council hears the plan\n\n  • 7 photos 📷\n\nThe council met in “Old Mill” 🏭.\n\n"
    "“We have waited for this bridge for twenty years 🌉,” she said, “and we will not wait any longer 🚀. "
    "It will cost the town €12-14 million. 💶 For the path we have a hundered euros.”\n\n"
    "The mayor likes the plan. The council took note of the plan.\n",
    "sources/letter24.txt": "\ufeffDear all 👋,\r\n\r\nThe county 🏛 pays its share.\r\nСнова всё то же.\r\n",
}


def write_town(project: Path) -> Checked:
    """Write the project, and check it."""
    hashes = {f"{Path(name).stem}.yml": sha256(text.encode()).hexdigest() for name, text in _TEXTS.items()}
    records = {name: f"{text}sha256: {hashes[Path(name).name]}\n" for name, text in _FILES.items() if "sources" in name}
    for name, text in {**_FILES, **records, **_TEXTS}.items():
        target = project / "content" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
    return check(project)


def check(project: Path) -> Checked:
    return check_content(project / "content", "content")


def take_over(path: Path, project: Path, wanted: str = "", *, is_rehearsal: bool = False) -> Imported:
    """Import a file as the command does, on a day that stays the same."""
    return import_file(path, project, wanted, TODAY, is_rehearsal=is_rehearsal)


def said(value: object) -> object:
    """Give what a dossier says, wherever it says so: without places in files, and proven words being proven is enough.

    What was imported is written in the source's own letters, so a passage that was normalised comes back verbatim.
    """
    if isinstance(value, State):
        return value.is_proven
    if isinstance(value, tuple):
        return tuple(map(said, value))
    if is_dataclass(value):
        return {each.name: said(getattr(value, each.name)) for each in fields(value) if each.name not in _PLACES}
    return value

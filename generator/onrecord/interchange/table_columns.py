"""The columns of tables with a row per stretch of a quote: ours, and what others call the same."""

COLUMNS = (
    "key",
    "part_of",
    "kind",
    "piece",
    "source",
    "title",
    "url",
    "sha256",
    "speaker",
    "speaker_name",
    "topics",
    "topic_paths",
    "exact",
    "prefix",
    "suffix",
    "start",
    "end",
    "start_utf16",
    "end_utf16",
    "context",
    "note",
)
"""What an export writes. `start` and `end` are code points of the canonical text, half-open, and the other two UTF-16 code units."""

PATH = " > "
"""Between the levels of a topic,"""
LIST = "; "
"""and between topics."""

OTHER_NAMES = {
    "key": ("id", "highlight id", "quotation id", "nr", "number"),
    "title": ("document", "document name", "file", "file name", "filename", "source name", "doc", "transcript"),
    "url": ("uri", "web address", "address", "link"),
    "topic_paths": ("code", "codes", "tag", "tags", "topic", "theme", "themes", "code name", "code path", "label"),
    "exact": (
        "quote",
        "quotation",
        "text",
        "content",
        "segment",
        "highlight",
        "quotation content",
        "coded text",
        "coded segment",
        "words",
        "selection",
        "passage",
        "seltext",
    ),
    "start": ("begin", "start position", "start offset", "pos0", "from"),
    "end": ("end position", "end offset", "pos1", "to"),
    "speaker_name": ("who", "participant", "case", "person", "said by"),
    "note": ("memo", "comment", "comments", "notes", "annotation"),
    "prefix": ("before", "text before"),
    "suffix": ("after", "behind", "text after"),
}
"""What other programs and people call these columns, in lower case."""

DESCRIPTION = "description"
"""A column of codebooks: what a code means."""


def column_of(heading: str) -> str:
    """Give our name of a column; empty where it is none that is read."""
    name = " ".join(heading.strip().strip("\ufeff").lower().replace("_", " ").split())
    if name in {DESCRIPTION, "definition"}:
        return DESCRIPTION
    for ours in COLUMNS:
        if name == ours.replace("_", " ") or name in OTHER_NAMES.get(ours, ()):
            return ours
    return ""

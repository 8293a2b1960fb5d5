"""Prose: what an editor's Markdown says, as plain text and keys that know where they stand in the file."""

from onrecord.prose.blocks import Block, Container, ContainerKind, Key, Prose
from onrecord.prose.front_matter import Division, find_front_matter
from onrecord.prose.plain_text import PlainText, join_plain
from onrecord.prose.reading import read_prose

__all__ = [
    "Block",
    "Container",
    "ContainerKind",
    "Division",
    "Key",
    "PlainText",
    "Prose",
    "find_front_matter",
    "join_plain",
    "read_prose",
]

"""What was made of what in the last build, so that the next makes only what has come to be different.

While a piece of the site is planned, everything that it asks of the dossier is noted (`watching`). Of each thing asked
for there is a digest, which covers all that it holds and all that it refers to (`digests`). A piece is as it was when
its own digest and that of everything it asked for are (`memory`): what it would ask for now, it has asked for then.
"""

from onrecord.remembered.digests import Digests
from onrecord.remembered.memory import (
    NOTHING,
    UNSEEN,
    Looked,
    Memory,
    Noted,
    Piece,
    Stretch,
    open_memory,
    read_noted,
    write_noted,
)
from onrecord.remembered.watching import HEADER, watch

__all__ = [
    "HEADER",
    "NOTHING",
    "UNSEEN",
    "Digests",
    "Looked",
    "Memory",
    "Noted",
    "Piece",
    "Stretch",
    "open_memory",
    "read_noted",
    "watch",
    "write_noted",
]

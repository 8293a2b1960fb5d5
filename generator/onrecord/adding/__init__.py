"""Documents in: a file becomes a source, with its words as canonical text, the original beside it, and a record to go on with."""

from onrecord.adding.command import Added, Wishes, add_document, tell_added
from onrecord.adding.formats import READERS

__all__ = ["READERS", "Added", "Wishes", "add_document", "tell_added"]

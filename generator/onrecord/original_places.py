"""Where each line of an original begins in the words that were taken from it, `sources/<key>.places.json`."""

import json

from onrecord.model import OriginalPlace


def read_places(stored: str, sha256: str) -> tuple[OriginalPlace, ...] | None:
    """Read the file; None where it is no such file, or is of other words than those with that hash."""
    try:
        read = json.loads(stored)
        if read["text"] != sha256:
            return None
        places = tuple(OriginalPlace(int(start), str(page), int(line)) for start, page, line in read["places"])
    except (ValueError, TypeError, LookupError, RecursionError):
        return None
    return tuple(sorted(places))

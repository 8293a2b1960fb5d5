"""Read a document in a process of its own, with a limit of time and memory: whatever it does there harms nobody.

A reader that fails in a library has met a damaged document; one that fails in this program's own code is a fault of the
program, and says so.
"""

import logging
import multiprocessing
import sys
import traceback
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType

from onrecord.adding.extracted import CannotAddError, Document, Extracted
from onrecord.adding.formats import check_size, check_words, find_reader
from onrecord.problems import CONTROL_CHARACTER, TOO_LARGE, UNREADABLE_DOCUMENT, shorten
from onrecord.texts import CONTROL, showable

_MEMORY = 3 * 2**30
"""In bytes of address space, what the program itself needs included."""
_SECONDS = 10
_SECONDS_A_MEGABYTE = 30
_PATIENCE = 6
"""How much longer than it may compute a reader may take, since others compute too."""
_PACKAGE = str(Path(__file__).parents[1])
_OWN = str(Path(__file__))
_TOO_MUCH = "to read it takes more time or memory than any document needs"
_WAY_OUT = "add the part of it that you quote from, saved anew"


def read_document(document: Document) -> Extracted:
    """Take the words out of a document; raises `CannotAddError` where that cannot be done."""
    check_size(len(document.data))
    find_reader(document)
    extracted = _read_apart(document) if sys.platform == "linux" else _read(document)
    check_words(extracted)
    return _clean(extracted)


def _clean(extracted: Extracted) -> Extracted:
    """Take out control characters, which are no words; in text that is stored as it came, they are a problem (T102)."""
    found = next((match for each in extracted.paragraphs if (match := CONTROL.search(each))), None)
    if found is not None and extracted.is_own_text:
        raise CannotAddError(
            CONTROL_CHARACTER, f"it holds the control character U+{ord(found[0]):04X}", "remove it from the file"
        )
    if found is None or extracted.places:
        return extracted
    return replace(extracted, paragraphs=tuple(CONTROL.sub("", each) for each in extracted.paragraphs))


def _read(document: Document) -> Extracted:
    try:
        return find_reader(document)(document)
    except CannotAddError:
        raise
    except MemoryError:
        raise CannotAddError(TOO_LARGE, _TOO_MUCH, _WAY_OUT) from None
    except Exception as fault:
        if _is_own(fault.__traceback__):
            raise
        said = showable(shorten(str(fault))) or type(fault).__name__
        raise CannotAddError(
            UNREADABLE_DOCUMENT, f"the file is damaged or is no `{document.ending}`: {said}", "open and save it anew"
        ) from fault


def _is_own(raised: TracebackType | None) -> bool:
    """Tell whether the innermost call is one of this program's, and no library's."""
    names = [frame.f_code.co_filename for frame, _ in traceback.walk_tb(raised)]
    return bool(names) and names[-1].startswith(_PACKAGE) and names[-1] != _OWN


def _read_apart(document: Document) -> Extracted:
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(document, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        found = ours.recv() if ours.poll(_seconds(document) * _PATIENCE) else None
    except EOFError:
        found = None
    finally:
        process.kill()
        process.join()
        ours.close()
    if found is None:
        raise CannotAddError(TOO_LARGE, _TOO_MUCH, _WAY_OUT)
    if isinstance(found, Exception):
        raise found
    return found  # type: ignore[no-any-return]  # what a pipe gives has no type


def _seconds(document: Document) -> int:
    return _SECONDS + _SECONDS_A_MEGABYTE * len(document.data) // 2**20


def _work(document: Document, pipe: Connection) -> None:
    logging.disable()  # what libraries remark on a document is not for its author
    _limit(_seconds(document))
    try:
        found: Extracted | Exception = _read(document)
    except CannotAddError as refusal:
        found = refusal
    except Exception:  # noqa: BLE001  whatever it is, the process that waits raises it
        found = RuntimeError(traceback.format_exc())
    with suppress(OSError):
        pipe.send(found)


def _limit(seconds: int) -> None:
    import resource  # noqa: PLC0415  not there on every system

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

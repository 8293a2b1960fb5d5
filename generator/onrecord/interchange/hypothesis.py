"""Annotations of Hypothes.is as an exchange: what its API answers (`rows`), and the file that its client exports.

Positions count UTF-16 code units of the page as a browser shows it, which is hardly ever the stored text: so the words decide.
`user`, `user_info` and groups are not read.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.interchange.collecting import Collector
from onrecord.interchange.exchange import Annotation, Exchange, Piece, UnreadableError
from onrecord.interchange.foreign import Foreign
from onrecord.interchange.json_reading import maps_in, peek_json, read_json, whole, words, words_in

NAME = "Hypothes.is annotations"


def is_hypothesis(file: Foreign) -> bool:
    """Tell whether a file is JSON with annotations of Hypothes.is."""
    return any("uri" in each and "@context" not in each for each in _annotations(peek_json(file.data)))


def read_hypothesis(file: Foreign) -> Exchange:
    """Read annotations; UnreadableError where there are none."""
    value = read_json(file.data)
    collected = Collector()
    for top in maps_in(value):
        version = words(top, "client_version")
        collected.origin = f"client {version}" if version else ""
    found = list(_annotations(value))
    if not found:
        raise UnreadableError("the file holds no annotation", "export the annotations of the page anew, as JSON")
    for number, each in enumerate(found, start=1):
        _read(each, number, collected)
    return collected.exchange(NAME)


def _annotations(value: object) -> Iterator[Mapping[str, Any]]:
    for each in maps_in(value):
        inner = each.get("annotations", each.get("rows"))
        if isinstance(inner, list):
            yield from maps_in(inner)
        elif "uri" in each or "target" in each:
            yield each


def _read(annotation: Mapping[str, Any], number: int, collected: Collector) -> None:
    if annotation.get("references"):
        collected.lose("reply")
        return
    targets = list(maps_in(annotation.get("target")))
    address = words(annotation, "uri") or next((words(each, "source") for each in targets), "")
    pieces = [piece for piece in map(_piece, targets) if piece is not None]
    if not address or not pieces:
        collected.lose("note on a whole page")
        return
    document = annotation.get("document")
    titles = document.get("title") if isinstance(document, Mapping) else ""
    collected.add_document(address, next(words_in(titles), "") or address, url=address)
    text = words(annotation, "text")
    collected.annotations.append(
        Annotation(
            id=words(annotation, "id") or f"annotation {number}",
            document=address,
            pieces=tuple(pieces),
            codes=tuple(collected.code_named(tag.strip()) for tag in words_in(annotation.get("tags")) if tag.strip()),
            notes=(text,) if text.strip() else (),
        )
    )


def _piece(target: Mapping[str, Any]) -> Piece | None:
    """Read the selectors of a target; None where they give no words."""
    selectors = {words(each, "type"): each for each in maps_in(target.get("selector"))}
    quote = selectors.get("TextQuoteSelector", {})
    position = selectors.get("TextPositionSelector", {})
    if not words(quote, "exact"):
        return None
    return Piece(
        exact=words(quote, "exact"),
        prefix=words(quote, "prefix"),
        suffix=words(quote, "suffix"),
        start=whole(position, "start"),
        end=whole(position, "end"),
    )

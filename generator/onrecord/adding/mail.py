"""Messages, `.eml`, and web pages saved as one file, `.mhtml`: both are MIME, read by Python's own `email`."""

import email
import email.policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from onrecord.adding.decoding import decode
from onrecord.adding.extracted import CannotAddError, Document, Extracted, Proposal
from onrecord.adding.html import extract_html, read_html
from onrecord.adding.plain import split_paragraphs
from onrecord.forms import URL
from onrecord.problems import LOCKED, NO_WORDS, UNREADABLE_DOCUMENT
from onrecord.texts import canonical_text

_LOCKED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_ADDRESSES = ("Snapshot-Content-Location", "Content-Location")


def read_mail(document: Document) -> Extracted:
    """Read a message: its plain text, or its HTML where it has none; attachments are left out."""
    message = _parse(document)
    if message.get_content_type() in _LOCKED:
        raise CannotAddError(
            LOCKED, "the message is locked for those it was sent to", "save the words that you can read"
        )
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise CannotAddError(NO_WORDS, "the message has no words of its own", "add what is attached to it by itself")
    part = _part(body, document)
    if body.get_content_type() == "text/html":
        read = read_html(part)
        paragraphs, extractor = read.paragraphs, read.extractor
    else:
        paragraphs, extractor = split_paragraphs(canonical_text(decode(part, str(body.get_content_charset(""))))), ""
    return Extracted(
        paragraphs=paragraphs, extractor=extractor, proposals=_propose(message), remarks=_attached(message)
    )


def read_saved_page(document: Document) -> Extracted:
    """Read a web page that a browser saved with all it shows."""
    message = _parse(document)
    page = next(
        (each for each in message.walk() if each.get_content_type() in {"text/html", "application/xhtml+xml"}), None
    )
    if not isinstance(page, EmailMessage):
        raise CannotAddError(UNREADABLE_DOCUMENT, "there is no web page in the file", "save the page anew")
    text = decode(_part(page, document), str(page.get_content_charset("")))
    address = next(
        (found for name in _ADDRESSES for each in (message, page) if URL.admits(found := str(each.get(name, "")))), ""
    )
    proposals = (Proposal(field="url", value=address, basis="where it was saved from"),) if address else ()
    extracted = extract_html(text)
    return Extracted(
        paragraphs=extracted.paragraphs,
        extractor=extracted.extractor,
        noise=extracted.noise,
        proposals=(*proposals, *(each for each in extracted.proposals if not (proposals and each.field == "url"))),
    )


def _parse(document: Document) -> EmailMessage:
    message = email.message_from_bytes(document.data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise CannotAddError(UNREADABLE_DOCUMENT, f"the file has no headers, so it is no `{document.ending}`")
    return message


def _part(part: MIMEPart, document: Document) -> Document:
    """Give a part as a document of its own, its transfer encoding undone."""
    data = part.get_payload(decode=True)
    return Document(name=document.name, data=data if isinstance(data, bytes) else b"", encoding=document.encoding)


def _propose(message: EmailMessage) -> tuple[Proposal, ...]:
    subject = " ".join(str(message.get("Subject", "")).split())
    sender = " ".join(str(message.get("From", "")).split())
    name = sender.partition("<")[0].strip(' "') or sender
    found = (("title", subject, "its subject"), ("date", _day(message), "its date"), ("publisher", name, "its sender"))
    return tuple(Proposal(field=field, value=value, basis=basis) for field, value, basis in found if value)


def _day(message: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return ""


def _attached(message: EmailMessage) -> tuple[str, ...]:
    names = [each.get_filename() or each.get_content_type() for each in message.iter_attachments()]
    return (f"what is attached is left out: {', '.join(names)}",) if names else ()

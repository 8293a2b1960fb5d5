"""No words of the reporter stand in a quote: in Russian and Belarusian a tag between dashes needs no marks around it.

`«We need cranes, — said Orlov. — Not one works»` is one pair of marks, and yet the words between the dashes are not
Orlov's. English sets its tags outside of the marks, and its `, he said, ` within them is somebody's own.
"""

import re
from collections.abc import Iterator

import regex

from onrecord.model import Dossier, Passage
from onrecord.problems import SPEECH_TAG, Problem, shorten

_TAG = regex.compile(
    r"(?<=[\w\p{Quotation_Mark})][,!?…])\s+[—–―-]\s+(?P<tag>\p{Ll}[^—–―\n]{0,120}?)(?P<end>[,.:])\s+[—–―-]\s+(?P<next>\w|\p{Pi})"
)
_DASH = re.compile(r"[—–―-]\s")
"""What every tag has, and few quotes do."""
_SAYING = regex.compile(
    r"\b(?:сказа|говор|заяв|отме[тч]|подч[её]рк|добав|сообщ|рассказ|поясн|объясн|уточн|напомн|счита|уверен|продолж|"
    r"ответ|спрос|призна|конста|указ|замет|заверил|вспомн|утвержд|полага|подытож|резюм|заключ|предупре|обеща|пообеща|"
    r"подтверд|гавар|адзнач|падкрэсл|дада|паведам|раска|растлум|удакл|нагад|лічыць|лічаць|упэўн|працяг|адка|спыта|зазнач|"
    r"заўваж|запэўн|успомн|сцвярдж|мярку|абяца|said|says|added)\w*"
)
"""How words of saying begin."""
_OWN = regex.compile(r"\b(?:я|мы|I|we)\b")
_ENDS_IN_NAME = regex.compile(r"\p{Lu}[\p{L}-]+$")


def check_speech_tags(dossier: Dossier) -> Iterator[Problem]:
    """Warn of quotes within which the reporter says who speaks."""
    for passage in dossier.passages:
        if passage.is_quote and passage.whole is None:
            yield from _check(passage)


def _check(passage: Passage) -> Iterator[Problem]:
    pieces = (words for words in passage.pieces if _DASH.search(words) is not None)
    tags = (tag for words in pieces for tag in _TAG.finditer(words) if _is_tag(tag))
    tag = next(tags, None)
    if tag is not None:
        yield Problem(
            kind=SPEECH_TAG,
            location=passage.location,
            message=f"words of the reporter stand in quote `{passage.key}`",
            notes=(f"these seem to be: {shorten(tag['tag'])}",),
            hint="give its pieces as a list under `text`, so that the reporter's words between them stay out",
        )


def _is_tag(match: regex.Match[str]) -> bool:
    """Tell a tag from an aside of the speaker's: it says something of saying, names somebody, or ends a sentence."""
    tag = match["tag"]
    if _OWN.search(tag):
        return False
    ends_sentence = match["end"] == "." and (match["next"].isupper() or not match["next"].isalnum())
    return ends_sentence or _SAYING.search(tag) is not None or _ENDS_IN_NAME.search(tag) is not None

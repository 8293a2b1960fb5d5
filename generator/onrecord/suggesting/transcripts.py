"""Turns of a transcript: what stands behind `Mayor of Exampleton Anna Orlova:`, up to the next label.

A label is a line's beginning up to its colon that ends as a name does, or that names who asks. One line with a colon makes
no transcript: somebody must be labelled again, or labelled with a name beside others.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from onrecord.locations import Span
from onrecord.suggesting.lexicon import list_words

_LINE = regex.compile(r"[^\n]*\S[^\n]*")
_LABEL = regex.compile(
    r"(?P<name>\p{Lu}[^:\n?!;“”\"«»]{1,350}?)\s?(?P<aside>\([^)\n]{1,160}\)?)?\s?:(?!//)\s*+(?=\S|$)"
)
_ASIDE = regex.compile(r"\s*\(.*")
_NAME = regex.compile(
    r"(?:^|[\s,.’'-])(?:\p{Lu}[\p{L}\p{M}’'.-]*+\s*+(?:(?:de|da|di|del|della|van|von|der|den|la|le|el|al|bin|ibn|of|the|и|оглы)[\s-]++)*+){1,4}$"
)
_ASKING = regex.compile(
    r"(?:question|answer|remark|reply|response|voice|voices|moderator|host|presenter|interviewer|journalist|correspondent"
    r"|reporter|participant|speaker|audience|operator|commander|pilot|captain|officer|soldier|teacher|student|doctor|director|from the audience|q|a|interpreter|translator|announcer|chair(?:man|person)?"
    r"|вопрос|ответ|реплика|голос|ведущий|ведущая|корреспондент|журналист|модератор|переводчик|председатель|из зала)"
    r"(?:\s(?:\d+|from|\(|из|as translated|in|on)\b.*)?",
    regex.IGNORECASE,
)
_BREAK = regex.compile(r"\s*+(?:<\s?[…\.]{1,3}\s?>|\*(?:\s?\*){1,}|_{3,}|-{3,}|—{2,}|\[\s?[…\.]{1,3}\s?\])\s*+")
_MOST_WORDS = 45
_FEW = 2
_GLUED = regex.compile(r"\p{Ll}{2}\p{Lu}\p{Ll}")
"""Within a name that has lost its blanks: `AnnaOrlova`."""
_CAPITAL = regex.compile(r"(?<![^\s,])(?:\p{Ll}{2}-)?\p{Lu}")
_QUOTE = frozenset('“"«„')
_SENTENCE_END = regex.compile(r"[\p{Ll}\p{N}]{3,}\.\s")
_SENTENCE_WORDS = list_words("""
    we you he she it they is are was were be been will would has have had do does did can could should must may this
    these those when if my our your their his within took adopted same there what which who whom how why not also
    now following according please thank thanks dear я мы вы он она оно они это этот эта эти был была были будет есть как что
    когда если мой наш ваш их его её чтобы также спасибо уважаемый уважаемые
    """)
"""Words of sentences, which no label has."""
_SPEAKING = regex.compile(
    r"(?:As|Now|So|And|But|A|An|On|In|At|For|About|With|By|If|Regarding|Concerning|Another|Finally|Incidentally|Speaking"
    r"|Today|Also|Then|Next|По|О|Об|А|И|Но|Так|Итак|Теперь|Сегодня|Ещё|Еще|Наконец|Кстати)\b(?!\.)|.*\b(?:I|Я)\b"
)
"""How a sentence begins that names its matter before a colon: `Now, the bridge at Exampleton:`."""
_NO_NAMES = list_words(
    "following sites events places questions attention contents agenda programme program schedule note ps details"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says in one go."""

    label: Span
    """Without its colon."""
    words: Span


def find_turns(text: str) -> tuple[Turn, ...]:
    """Find the turns of a transcript, in order; none where the text is no transcript."""
    if ":" not in text:
        return ()
    lines = list(_LINE.finditer(text))
    labels = {number: match for number, line in enumerate(lines) if (match := _label_of(text, line))}
    spoken = Counter(match["name"].strip() for match in labels.values())
    quoting = {match["name"].strip() for match in labels.values() if text[match.end() : match.end() + 1] in _QUOTE}
    names = {
        key
        for key, count in spoken.items()
        if count > 1 or ((_is_name(key) or _ASKING.fullmatch(key)) and key not in quoting)
    }
    labels = {number: match for number, match in labels.items() if match["name"].strip() in names}
    if len(labels) < _FEW and not any(_starts_transcript(text, lines, number) for number in labels):
        return ()
    return tuple(_make_turns(text, lines, labels))


def _label_of(text: str, line: regex.Match[str]) -> regex.Match[str] | None:
    match = _LABEL.match(text, line.start(), line.end())
    if match is None or len(match["name"].split()) > _MOST_WORDS:
        return None
    name = match["name"]
    is_sentence = _SENTENCE_END.search(name) is not None or _SPEAKING.match(name) is not None
    is_sentence = is_sentence or not _SENTENCE_WORDS.isdisjoint(name.casefold().split())
    is_word = name[-1:].isalpha() or name[-1:] == "."
    return match if is_word and not is_sentence else None


def _is_name(label: str) -> bool:
    """Tell whether a label ends as a name does: `Mayor of Exampleton Anna Orlova`, `Otto Grau, Harbour Radio`."""
    head = _ASIDE.sub("", label)
    last = head.split()[-1] if head.split() else ""
    if last.casefold() in _NO_NAMES:
        return False
    if _NAME.search(head) is None:
        return "," in head and _is_name(head.rpartition(",")[0])
    if _GLUED.search(head) is not None:
        return True
    return len(_CAPITAL.findall(head)) >= _FEW or "." in head


def _starts_transcript(text: str, lines: list[regex.Match[str]], number: int) -> bool:
    """Tell whether a single label follows a break, or a long speech follows it."""
    follows_break = number > 0 and _BREAK.fullmatch(lines[number - 1][0]) is not None
    return follows_break or len(text) - lines[number].start() > len(text) // 2


def _make_turns(text: str, lines: list[regex.Match[str]], labels: dict[int, regex.Match[str]]) -> Iterator[Turn]:
    numbers = sorted(labels)
    for number, following in zip(numbers, [*numbers[1:], len(lines)], strict=True):
        last = number
        for each in range(number + 1, following):
            if _BREAK.fullmatch(lines[each][0]):
                break
            last = each
        match = labels[number]
        start, end = match.end(), lines[last].end()
        label_end = match.end("aside") if match["aside"] else match.end("name")
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield Turn(Span(match.start("name"), label_end), Span(start, end))

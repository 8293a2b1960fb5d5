"""Page furniture: lines of a stored web page that are no part of the document, such as counts of photos."""

import regex

from onrecord.locations import Span

_LINE = regex.compile(r"[^\n]*\S[^\n]*")
_LONGEST = 200
_FURNITURE = regex.compile(
    r"""\s*+(?:
      [•·∙▪*|>-]\s*+(?:\d{1,4}|\d{1,2}:\d\d(?::\d\d)?)            # how many photos, how long a video
    | \d{1,2}:\d\d(?::\d\d)?
    | (?:story|article)\ continue[sd]\ below.*
    | advertisement|scroll\ to\ continue.*|реклама|на\ правах\ рекламы
    | (?:read|see|watch|listen)(?:\ (?:more|also|next|now|below|all|full\ text|here))*+:.*
    | (?:read|see|show|load)\ (?:more|also|next)(?:\ (?:about|on|from|in)\b.{0,80})?[:.…»>]?
    | related(?:\ (?:articles?|stories|news|links?|content|materials?|topics?))?:?
    | (?:share|print|e-?mail|comments?|tweet|save|bookmark|facebook|twitter|telegram|whatsapp|vk|youtube|instagram)
      (?:\ (?:this|the)\ (?:page|article|story|material))?(?:\ ?\(?\d+\)?)?
    | (?:back|go)\ to\ (?:top|list|news|home).*
    | (?:also\ on|more\ (?:from|on|in|about))\b.{0,60}
    | (?:follow|like|join|find)\ (?:us|.{1,40}\ on\ (?:twitter|facebook|instagram|telegram|youtube|x))\b.{0,80}
    | (?:subscribe|sign\ up)\b.{0,120}
    | (?:photos?|pictures?|images?|video|audio|gallery|фото|видео|аудио)(?:\ (?:gallery|report|by|from)\b.{0,80})?:?(?:\ ?\(?\d+\)?)?
    | (?:photos?|image|picture|фото)(?:\ ?(?:credit|courtesy))?:.{1,80}
    | (?:©|\(c\)|copyright).{0,120}
    | (?:all\ rights\ reserved|все\ права\ защищены).{0,60}
    | (?:version\ for\ (?:the\ )?print(?:ing)?|print(?:able)?\ version|версия\ для\ печати|распечатать|поделиться|наверх)
    | (?:читайте|смотрите)\ (?:также|ещё|еще|далее).*
    | (?:подробнее|подписаться|подпишитесь|комментарии|просмотров|теги|метки|источник)\b:?.{0,80}
    | (?:tags?|topics?|keywords?|views?|published|updated|last\ (?:updated|modified))\s*+:.{0,120}
    | (?:home|main|news|главная|новости)(?:\s*+[/»>|→]\s*+[^.!?]{1,60})+
    )\s*+""",
    regex.VERBOSE | regex.IGNORECASE,
)


def is_furniture(line: str) -> bool:
    """Tell whether a line is page furniture."""
    return len(line) <= _LONGEST and _FURNITURE.fullmatch(line) is not None


def find_furniture(text: str) -> tuple[Span, ...]:
    """Find the lines that are page furniture, without the blanks around them."""
    return tuple(
        Span(match.start() + len(match[0]) - len(match[0].lstrip()), match.start() + len(match[0].rstrip()))
        for match in _LINE.finditer(text)
        if is_furniture(match[0])
    )

"""All quotes in one plain table, and all statements in another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord import urls
from onrecord.model import Passage
from onrecord.pages.card import kind_of
from onrecord.pages.index import DossierIndex
from onrecord.pages.lists import quote_lists
from onrecord.pages.paging import LongList, Pager
from onrecord.pages.quote_rows import QuoteRow, plan_quote_rows
from onrecord.pages.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a filter can be set to."""

    value: str
    label: str
    language: str = ""
    """Of the label, where it is a source's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A property that passages can be chosen by."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotesPage:
    """What the page of all quotes shows."""

    address: str
    title: str
    description: str
    counts: str
    filters: tuple[Filter, ...]
    """None where the quotes are on several pages: a filter would know of one of them only."""
    quotes: tuple[QuoteRow, ...]
    statements: tuple[QuoteRow, ...]
    pagers: tuple[Pager, ...] = ()
    """The ways to the rest, where not all are shown."""


def plan_quotes(index: DossierIndex) -> QuotesPage:
    """Plan the page of all quotes; parts stand in their wholes."""
    wholes = [each for each in index.dossier.passages if each.whole is None]
    quotes, statements = quote_lists(index)
    pagers = tuple(filter(None, (each.pager(index.say) for each in (quotes, statements))))
    return QuotesPage(
        address=urls.QUOTES,
        title=index.say.ALL_QUOTES,
        description=f"{index.say.ALL_QUOTES}: {index.dossier.title}",
        counts=index.say.count_quotes(sum(each.is_quote for each in wholes)),
        filters=() if pagers else _filters(wholes, index.say),
        quotes=plan_quote_rows(_shown(quotes, wholes), index),
        statements=plan_quote_rows(_shown(statements, wholes), index),
        pagers=pagers,
    )


def _shown(passages: LongList[Passage], wholes: Iterable[Passage]) -> Sequence[Passage]:
    """Give those that are shown: all in the order of the dossier, or the newest."""
    kept = {each.address for each in passages.items}
    return passages.newest() if passages.is_cut else [each for each in wholes if each.address in kept]


def _filters(passages: Sequence[Passage], say: Wording) -> tuple[Filter, ...]:
    """Offer what the passages have, in the order of its name; what gives no choice is left out."""
    topics = (topic for each in passages for topic in each.topics)
    speakers = (each.speaker for each in passages if each.speaker)
    sources = (each.source for each in passages)
    filters = (
        _filter("speaker", say.SPEAKER, (Choice(value=each.id, label=each.name) for each in speakers)),
        _filter("topic", say.TOPIC, (Choice(value=each.id, label=each.label) for each in topics)),
        _filter(
            "source",
            say.SOURCE,
            (Choice(value=each.key, label=each.title, language=each.language) for each in sources),
        ),
        _filter("kind", say.KIND, (Choice(value=kind, label=say.DRAWN_KINDS[kind]) for kind in map(kind_of, passages))),
    )
    return tuple(each for each in filters if len(each.choices) > 1)


def _filter(name: str, label: str, choices: Iterable[Choice]) -> Filter:
    return Filter(name=name, label=label, choices=tuple(sorted(set(choices), key=lambda each: each.label.casefold())))

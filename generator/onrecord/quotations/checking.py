"""Check a briefing's quotations against the passages that they are keyed to.

A key that names no passage is a problem of its own and is told elsewhere; what it covers is left alone here.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from onrecord import problems
from onrecord.locations import Location, Span
from onrecord.model import Alteration, AlterationKind, Embedding, Passage, Quotation
from onrecord.problems import Problem
from onrecord.prose import Prose
from onrecord.quotations.claims import Claim, Claims, find_claims
from onrecord.quotations.doubts import Doubt, find_doubts
from onrecord.quotations.editorial import count_words
from onrecord.quotations.explaining import Explainer, says
from onrecord.quotations.footnotes import check_footnotes
from onrecord.quotations.key_points import check_key_points
from onrecord.quotations.markup import check_markup, has_bare_key
from onrecord.quotations.matching import Failure, Match, match_quotation
from onrecord.quotations.passage_words import PassageWords, read_passage_words
from onrecord.quotations.repeats import check_repeats

FEWEST_WORDS_WITH_KEY = 3
"""From how many words on a quotation needs a key; fewer are a name, a term or a raised eyebrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedProse:
    """What of a briefing is proven."""

    quotations: tuple[Quotation, ...]
    """In the order of the file."""
    embeddings: tuple[Embedding, ...]


class ProseChecker:
    """Checks briefings against the passages of one dossier, folding each passage once."""

    def __init__(self, passages: Mapping[str, Passage], said: Collection[str] = frozenset()) -> None:
        """Take every passage by its address, former addresses too; `said` are those of which a speaker is written, known or not."""
        self._passages = passages
        self._said = said
        self._words: dict[str, PassageWords] = {}
        self._explainer = Explainer({each.address: each for each in passages.values()}.values(), self._words_of)

    def check(self, prose: Prose) -> tuple[CheckedProse, tuple[Problem, ...]]:
        """Check one briefing (B201 to B220)."""
        claims = find_claims(prose)
        found = [*check_markup(prose), *check_footnotes(prose), *check_repeats(prose, claims.embedded)]
        found += [*check_key_points(prose, self._passages, self._said), *_check_marks(prose, claims)]
        quotations = []
        for claim in claims.claims:
            quotation, problems_of_claim = self._check_claim(prose, claim)
            quotations += [quotation] if quotation else []
            found += problems_of_claim
        embeddings = tuple(
            Embedding(passage=self._passages[each.key.address], span=each.span)
            for each in claims.embedded
            if each.key.address in self._passages
        )
        return CheckedProse(quotations=tuple(quotations), embeddings=embeddings), tuple(found)

    def _check_claim(self, prose: Prose, claim: Claim) -> tuple[Quotation | None, tuple[Problem, ...]]:
        key = claim.key
        if key is None:
            return None, tuple(_check_key(prose, claim))
        passage = self._passages.get(key.address)
        if passage is None:
            return None, ()
        words = self._words_of(passage)
        claim, outcome = _match(claim, words)
        if isinstance(outcome, Failure):
            return None, (self._explainer.explain(outcome, _locate(prose, claim, outcome.span), passage),)
        doubts = (_tell(prose, claim, doubt, passage) for doubt in find_doubts(outcome, words))
        return _quotation(claim, key.span, outcome, passage), (*_check_kind(prose, claim, passage), *doubts)

    def _words_of(self, passage: Passage) -> PassageWords:
        if passage.address not in self._words:
            self._words[passage.address] = read_passage_words(passage)
        return self._words[passage.address]


def _match(claim: Claim, words: PassageWords) -> tuple[Claim, Match | Failure]:
    """Prove the words; those of a block quote also without a last line that names the speaker."""
    inner_marks = {position - claim.start for position in claim.inner_marks}
    outcome = match_quotation(claim.words, inner_marks, words)
    if isinstance(outcome, Failure) and claim.shorter_end is not None:
        return _match(replace(claim, end=claim.shorter_end, shorter_end=None), words)
    return claim, outcome


def _quotation(claim: Claim, key: Span, match: Match, passage: Passage) -> Quotation:
    source = passage.source.text
    alterations = (
        Alteration(
            kind=AlterationKind.OMISSION if filled.gap.omission else AlterationKind.REPLACEMENT,
            mark=_span(claim, filled.gap.span),
            span=filled.span,
        )
        for filled in match.alignment.filled
        if not filled.gap.omission or count_words(source[filled.span.start : filled.span.end])
    )
    return Quotation(
        passage=passage,
        spans=tuple(place.span for place in match.alignment.places),
        alterations=tuple(alterations),
        words=claim.span,
        key=key,
        is_block_quote=claim.is_block_quote,
    )


def _check_marks(prose: Prose, claims: Claims) -> Iterator[Problem]:
    for span in claims.alone:
        yield Problem(
            kind=problems.LONE_MARK,
            location=prose.locate(span),
            message="quotation mark has no partner in its paragraph, so it cannot be told what it quotes",
            hint="open and close the quotation in one paragraph; a longer one is a block quote, with `>` before its lines",
        )


def _check_key(prose: Prose, claim: Claim) -> Iterator[Problem]:
    if has_bare_key(claim.plain):
        return  # a key without its brackets is told as such
    if claim.is_block_quote:
        yield Problem(
            kind=problems.BLOCK_QUOTE_WITHOUT_KEY,
            location=prose.locate(claim.span),
            message="block quote cites no passage",
            hint="end it with the key of the passage, `[@source:passage]`",
        )
    elif count_words(claim.words) >= FEWEST_WORDS_WITH_KEY:
        yield Problem(
            kind=problems.QUOTATION_WITHOUT_KEY,
            location=prose.locate(claim.span),
            message="quotation cites no passage",
            hint="put the key of the passage behind it, `[@source:passage]`",
        )


def _check_kind(prose: Prose, claim: Claim, passage: Passage) -> Iterator[Problem]:
    if not passage.is_quote:
        yield Problem(
            kind=problems.QUOTED_STATEMENT,
            location=prose.locate(claim.span),
            message=f"`{passage.address}` is no direct speech, so nobody said these words as they stand",
            hint="write it without quotation marks, or cite a quote",
        )


def _tell(prose: Prose, claim: Claim, doubt: Doubt, passage: Passage) -> Problem:
    what = f"passes over `{doubt.weighty}`" if doubt.weighty else "passes over the end of a sentence"
    mark = "omission" if doubt.is_omission else "replacement at the edge of the quotation"
    return Problem(
        kind=problems.OMITS_WEIGHTY if doubt.weighty else problems.OMITS_SENTENCE_END,
        location=_locate(prose, claim, doubt.mark.span),
        message=f"{mark} {what}",
        notes=(says(passage.source, doubt.span),),
        hint="quote it too, or say it in your own words" if doubt.weighty else "put the omission in brackets: `[…]`",
    )


def _locate(prose: Prose, claim: Claim, span: Span) -> Location:
    return prose.locate(_span(claim, span))


def _span(claim: Claim, span: Span) -> Span:
    return claim.plain.file_span(claim.start + span.start, claim.start + span.end)

"""How much of a content is quoted, and which quotation goes on with the one before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.hedges import TELLING, hedging_words
from claims.extraction.lexicon import Language
from claims.extraction.quotations import Quotation
from claims.extraction.reading import Sentence
from claims.extraction.records import Attribution, Span, Spans, Type


def find_type(text: str, content: Spans, quotations: Sequence[Quotation]) -> Type:
    """direct when all letters and digits of the content are quoted, indirect when none is."""
    quoted = total = 0
    starts = [quotation.start for quotation in quotations]
    for start, end in content:
        for position in range(start, end):
            if text[position].isalnum():
                total += 1
                index = bisect_right(starts, position) - 1
                quoted += index >= 0 and quotations[index].start <= position < quotations[index].end
    if quoted == 0:
        return "indirect"
    return "direct" if quoted >= total * 0.98 else "mixed"


def last_quoting(
    attributions: Sequence[Attribution], previous: Sentence | None, language: Language
) -> int | None:
    """Index of the last attribution that quotes in the sentence before, None when there is none."""
    if previous is None:
        return None
    for index in range(len(attributions) - 1, max(-1, len(attributions) - 6), -1):
        one = attributions[index]
        is_there = previous.start <= one.content[-1][0] < previous.end
        if is_there and not one.nested and language.has("resumed_rules", one.rule):
            return index
    return None


def resumed_half(sentence: Sentence, previous: Sentence | None, before: Attribution) -> Span | None:
    """*“We wait,” she said. “We hope.”*: the second half of a quotation around its cue, if this sentence is one."""
    units = sentence.units
    if (
        previous is None
        or not units
        or units[0].quotation is None
        or previous.paragraph != sentence.paragraph
        and not _is_left_open(previous, before)
        and before.rule not in ("quotation-left", "floating")
    ):
        return None
    quotation = units[0].quotation
    others = sum(unit.words for unit in units[1:] if unit.kind != "punctuation")
    if not others:
        return quotation.inner
    if units[0].has_verb and units[1].lower in ("which", "who"):
        return quotation.inner  # ''We hope,'' which is little
    last = next(unit for unit in reversed(units) if unit.kind != "punctuation")
    is_mostly_quoted = units[0].words > 2 * others and units[0].has_verb
    return (quotation.start, last.end) if is_mostly_quoted and not units[0].is_said else None


def _is_left_open(sentence: Sentence, before: Attribution) -> bool:
    """A quotation without its closing mark goes on in the next paragraph."""
    return any(
        unit.quotation and not unit.quotation.is_closed and unit.start <= before.content[-1][0] < unit.end
        for unit in sentence.units
    )


def join(
    before: Attribution, half: Span, text: str, quotations: Sequence[Quotation], language: Language
) -> Attribution:
    """The attribution with the second half of its quotation as a further piece."""
    content = (*before.content, half)
    more = hedging_words(text, language.code, half) if before.stance in TELLING else ()
    return replace(
        before,
        content=content,
        type=find_type(text, content, quotations),
        hedges=(*before.hedges, *more),
    )

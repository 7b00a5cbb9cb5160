"""How much of a content is quoted, and which quotation goes on with the one before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.found import Found
from claims.extraction.lexicon import Language
from claims.extraction.quotations import Quotation
from claims.extraction.reading import Sentence
from claims.extraction.records import Attribution, Spans, Type


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


def resumes(
    carried: Found, before: Attribution, previous: Sentence, sentence: Sentence, language: Language
) -> bool:
    """*“We wait,” she said. “We hope.”*: two halves of one quotation around its cue are one attribution."""
    return (
        carried.rule == "floating"
        and language.has("resumed_rules", before.rule)
        and previous.paragraph == sentence.paragraph
        and previous.start <= before.content[-1][0] < previous.end
    )


def join(before: Attribution, carried: Found, text: str, quotations: Sequence[Quotation]) -> Attribution:
    """The attribution with the second half of its quotation as a further piece."""
    content = before.content + carried.content
    return replace(before, content=content, type=find_type(text, content, quotations))

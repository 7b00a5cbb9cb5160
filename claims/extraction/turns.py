"""Turns of a transcript: what *NAME: …* opens lasts until the next name or the paragraph's end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attitudes import is_minor_inside
from claims.extraction.found import Found
from claims.extraction.hedges import hedging_words
from claims.extraction.lexicon import Language
from claims.extraction.reading import Sentence
from claims.extraction.records import Attribution

# How many tellings inside a turn are passed over in the search for its begin.
MOST_INSIDE = 50


def turn_before(
    attributions: Sequence[Attribution], sentence: Sentence, previous: Sentence | None
) -> int | None:
    """Index of the turn that the sentence before, in the same paragraph, belongs to; None when it belongs to none."""
    if previous is None or previous.paragraph != sentence.paragraph:
        return None
    for index in range(len(attributions) - 1, max(-1, len(attributions) - MOST_INSIDE), -1):
        one = attributions[index]
        if one.rule == "label" and previous.start < one.content[-1][1] <= previous.end:
            return index
    return None


def goes_on(found: Sequence[Found]) -> bool:
    """Whether the sentence belongs to the turn: it names no next speaker."""
    return not any(one.rule == "label" for one in found)


def lengthen(turn: Attribution, sentence: Sentence, text: str, language: Language) -> Attribution:
    """The turn with one more sentence, the stop at its end left out as everywhere."""
    stop = next((unit.end for unit in reversed(sentence.units) if unit.kind != "punctuation"), sentence.end)
    *pieces, (start, _) = turn.content
    hedges = hedging_words(text, language.code, (sentence.start, stop))
    return replace(turn, content=(*pieces, (start, stop)), hedges=(*turn.hedges, *hedges))


def told_inside(found: Sequence[Found], text: str, language: Language) -> list[Found]:
    """What the speaker of a turn tells of others, nested; their own *I think* is a part of the turn."""
    return [replace(one, nested=True) for one in found if not is_minor_inside(one, text, language)]

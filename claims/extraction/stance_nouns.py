"""Nouns of stance with what they are about: *Lee's support for the plan*, *voiced concern over the cost*, *their refusal to pay*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.extraction.bounds import clause_end
from claims.extraction.found import Found, span_of
from claims.extraction.lexicon import Language, Noun
from claims.extraction.object_ends import object_end
from claims.extraction.phrase_starts import phrase_start
from claims.extraction.phrases import is_time, phrase_end
from claims.extraction.reading import Sentence, Unit
from claims.extraction.records import Span
from claims.extraction.subjects import subject_left

POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our"})


def stance_noun(sentence: Sentence, language: Language) -> Iterator[Found]:
    """A noun of ``nouns.tsv`` with its object; the languages without that table find nothing."""
    units = sentence.units
    for at in range(len(units) - 2):
        noun = language.nouns.get(units[at].lower)
        if noun is None or units[at].kind != "word" or units[at].pos in ("VERB", "AUX"):
            continue
        link = _behind(units, at, language)
        content = _content(units, link, noun, language) if link else None
        if content is None:
            continue
        begin, end = content
        first, source = _owner(units, at, language)
        if source is None:
            continue
        span = span_of(units, begin, end)
        if span:
            last = units[begin - 1] if begin > link else units[at]
            cue = (units[first].start, last.end)
            yield Found("stance-noun", (span,), (cue,), (source,))


def _behind(units: Sequence[Unit], at: int, language: Language) -> int:
    """Where the object's link stands: right behind the noun or behind a word that tells when; 0 when it is missing."""
    index = at + 1
    while index < len(units) and (is_time(units[index], language) or units[index].lower in ("last", "this")):
        index += 1
    return index if index < len(units) - 1 else 0


def _content(units: Sequence[Unit], link: int, noun: Noun, language: Language) -> tuple[int, int] | None:
    word, after = units[link].lower, units[link + 1]
    if word == "to" and noun.takes_infinitive and after.form == "Inf" and after.pos in ("VERB", "AUX"):
        return link, object_end(units, link, language)
    if word not in noun.prepositions or is_time(after, language):
        return None
    end = object_end(units, link + 1, language)
    if language.has("kept_complementizers", after.lower) or after.lower in ("whether", "if"):
        return link + 1, clause_end(units, link + 1, language)
    if after.pos == "VERB" and after.lower.endswith("ing"):
        return link + 1, end
    end = min(end, phrase_end(units, link + 1, end, language))
    return (link + 1, end) if end > link + 1 else None


def _owner(units: Sequence[Unit], at: int, language: Language) -> tuple[int, Span | None]:
    """Where the cue begins, and whose stance it is: *Lee's*, *her*, or the subject of a verb that holds the noun."""
    index = at
    while index > 0 and (units[index - 1].pos in ("ADJ", "ADV") or units[index - 1].form == "Part"):
        index -= 1
    before = units[index - 1] if index else None
    if before is None:
        return at, None
    if before.lower in ("'s", "’s", "'", "’"):
        start = phrase_start(units, index - 1, 0, language)
        return at, span_of(units, start, index - 1) if start < index - 1 else None
    if before.lower in POSSESSIVES:
        return at, (before.start, before.end)
    return holder(units, at, language)


def holder(units: Sequence[Unit], at: int, language: Language) -> tuple[int, Span | None]:
    """*The mayor voiced concerns about …*: the subject of a verb that does no more than hold the noun."""
    index = at
    while index > 0 and at - index < 6 and units[index - 1].pos in ("ADJ", "ADV", "DET", "NUM"):
        index -= 1
    if index == 0 or not language.has("holding", units[index - 1].lower):
        return at, None
    start = index - 1
    while start > 0 and units[start - 1].pos in ("AUX", "ADV", "PART"):
        start -= 1
    subject = subject_left(units, start, 0, language)
    return (start, span_of(units, *subject)) if subject else (at, None)

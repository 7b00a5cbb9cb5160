"""Quoted words that are not the same in two wordings of one claim."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from claims.extraction.records import Span
from claims.matching.departure import Departure, text_at
from claims.matching.places import places_of, stretch
from claims.matching.quotes import quotations
from claims.matching.reading import Unit
from claims.matching.reasons import because
from claims.matching.reported import ReportedWording
from claims.matching.words import fold, lemma, tokens

QUOTED_ALIKE = 0.55  # share of words from which two quotations are versions of one
SHORT = 3  # units up to which a quotation is compared as a whole


def requoted(wording: ReportedWording, reference: ReportedWording) -> Iterator[Departure]:
    """A quotation whose words are others than those of the same quotation in the reference, in one language."""
    if wording.language != reference.language:
        return
    for span in quotations(wording):
        for other in quotations(reference):
            found = _word_changed(
                wording.content[slice(*span)], reference.content[slice(*other)], wording.language
            )
            if found:
                (start, end), (their_start, their_end) = found
                pieces = ((span[0] + start, span[0] + end),)
                theirs = ((other[0] + their_start, other[0] + their_end),)
                reason = because(
                    "drift.quote", words=text_at(wording, pieces), other=text_at(reference, theirs)
                )
                yield Departure(wording.key, reference.key, "quote", reason, pieces, theirs)
                return


def _word_changed(one: str, other: str, language: str) -> tuple[Span, Span] | None:
    """The first words within two versions of a quotation that differ by more than their endings."""
    mine, theirs = _lemmas(one, language), _lemmas(other, language)
    matcher = SequenceMatcher(None, [word for word, _ in mine], [word for word, _ in theirs], autojunk=False)
    common = sum(block.size for block in matcher.get_matching_blocks())
    if not mine or not theirs or common < QUOTED_ALIKE * min(len(mine), len(theirs)):
        return None
    for tag, i, k, j, m in matcher.get_opcodes():
        if tag == "replace":
            return stretch(span for _, span in mine[i:k]), stretch(span for _, span in theirs[j:m])
    return None


def _lemmas(text: str, language: str) -> list[tuple[str, Span]]:
    """The words without their endings and accents, and where they stand."""
    found: list[tuple[str, Span]] = []
    cursor = 0
    for token in tokens(text, language):
        word = token.text.rstrip("'")
        start = text.find(word, cursor)
        if start >= 0:
            found.append((_stem(word, language), (start, start + len(word))))
            cursor = start + len(word)
    return found


def _stem(word: str, language: str) -> str:
    return fold(lemma(word, language)).rstrip("s")


def reworded(wording: ReportedWording, reference: ReportedWording) -> Iterator[Departure]:
    """Short quoted words that mean something else than the reference's: *not familiar*, *“foreign”*."""
    for span in quotations(wording)[:1]:
        for other in quotations(reference)[:1]:
            mine, theirs = _units_in(wording, span), _units_in(reference, other)
            if mine and theirs and not any(a.concepts & b.concepts for a in mine for b in theirs):
                reason = because(
                    "drift.reworded", words=text_at(wording, (span,)), other=text_at(reference, (other,))
                )
                yield Departure(wording.key, reference.key, "reworded", reason, (span,), (other,))


def _units_in(wording: ReportedWording, span: Span) -> list[Unit]:
    """The units of a short quotation; none when the lexicon lacks any of them."""
    places = places_of(wording.content, wording.language)
    inside = [
        unit
        for unit, (start, end) in zip(wording.reading.units, places, strict=True)
        if span[0] <= start and end <= span[1]
    ]
    return inside if len(inside) <= SHORT and all(unit.concepts for unit in inside) else []

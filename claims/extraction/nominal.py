"""Nouns of saying with their clause: *the claim that …*, *l'accusation selon laquelle …*, *der Vorwurf, …*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.extraction.bounds import before_main_clause, clause_end
from claims.extraction.found import Found, span_of
from claims.extraction.german_nominal import german_clause, german_holder
from claims.extraction.lexicon import Language
from claims.extraction.main_verbs import main_verb
from claims.extraction.nominal_french import french_nominal
from claims.extraction.phrase_starts import phrase_start
from claims.extraction.phrases import is_comma, phrase_end
from claims.extraction.reading import Sentence, Unit, is_finite
from claims.extraction.stance_nouns import holder


def nominal(sentence: Sentence, language: Language) -> Iterator[Found]:
    """*the claim that …*, *l'accusation selon laquelle …*, *der Vorwurf, …*: a noun of saying with its clause."""
    if language.code == "fr":
        yield from french_nominal(sentence, language)
        return
    units = sentence.units
    for at, unit in enumerate(units):
        if unit.kind != "word" or unit.pos in ("VERB", "AUX") or not _tells(unit.lower, language):
            continue
        begin = _nominal_clause(units, at, language)
        if begin < 0:
            continue
        end = clause_end(units, begin, language)
        if language.code == "de":
            end = _before_main_verb(units, at, begin, end, language)
        elif any(is_finite(unit, language) for unit in units[begin:end]):
            end = before_main_clause(units, at, begin, end, language)
            if not any(is_finite(unit, language) for unit in units[:at]):
                end = main_verb(units, begin, end, 1, language)
        span = span_of(units, begin, end)
        if span:
            source = _owner(units, at, language)
            if source is None and language.code == "en":
                source = holder(units, at, language)[1]
            if source is None and language.code == "de":
                source = german_holder(units, at, language)
            yield Found(
                "nominal", (span,), ((unit.start, unit.end),), (source,) if source else (), nested=False
            )


def _tells(word: str, language: Language) -> bool:
    noun = language.nouns.get(word)
    return language.has("nominal_cues", word) or noun is not None and noun.takes_clause


def _before_main_verb(units: Sequence[Unit], noun: int, start: int, end: int, language: Language) -> int:
    """German *Mit der Begründung, dass …, | wurde …*: where no verb stands before the noun, one behind ends the clause."""
    if any(is_finite(unit, language) for unit in units[:noun]):
        return end
    for index in range(start + 1, end - 1):
        if is_comma(units[index]) and is_finite(units[index + 1], language):
            return index
    return end


def _nominal_clause(units: Sequence[Unit], at: int, language: Language) -> int:
    """Where the clause of a noun of saying begins, or -1."""
    if language.code == "de":
        return german_clause(units, at, language)
    nearest = range(at + 1, min(len(units) - 1, at + 7))
    for index in nearest:
        if (
            units[index].lower == "that"
            and units[index].pos in ("SCONJ", "PRON", "DET", "ADP")
            and index + 2 < len(units)
            and not is_finite(units[index + 1], language)
        ):
            is_object = units[index].pos == "PRON" and units[index].relation in ("obj", "obl")
            return -1 if is_object else index + 1  # a plan that they pushed for years
        if is_finite(units[index], language) or is_comma(units[index]) or units[index].kind == "quote":
            return -1
    return -1


def _owner(units: Sequence[Unit], at: int, language: Language) -> tuple[int, int] | None:
    """Whose saying it is: a possessive before the noun, or *by X*, *von X*, *de X* after it."""
    for index in range(at - 1, max(-1, at - 5), -1):
        if units[index].lower in ("'s", "’s", "s'", "'"):
            start = phrase_start(units, index, 0, language)
            return span_of(units, start, index)
        if (
            language.has("masculine", units[index].lower)
            or language.has("feminine", units[index].lower)
            or units[index].lower in ("their", "its", "leur", "sa", "son")
        ):
            return units[index].start, units[index].end
    if at + 2 < len(units) and units[at + 1].lower in (
        "by",
        "from",
        "of",
        "von",
        "des",
        "der",
        "de",
        "du",
        "d'",
        "vom",
    ):
        begin = at + 1 if units[at + 1].lower in ("des", "der") else at + 2
        return span_of(units, begin, phrase_end(units, begin, len(units), language))
    return None

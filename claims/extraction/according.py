"""Prepositions of saying: *according to X*, *selon X*, *nach Angaben von X*, *X zufolge*, *demnach*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.extraction.appositions import apposition_end, behind_relative, participle_end, restrictive_end
from claims.extraction.bounds import clause_end
from claims.extraction.found import Found, Range, span_of, spans_of
from claims.extraction.german_according import (
    BEFORE_RELATIVES,
    closes_phrase,
    opens_alone,
    settle_source,
    told_by_relative,
)
from claims.extraction.inserted import around, left_bound
from claims.extraction.lexicon import Language
from claims.extraction.phrase_starts import phrase_start
from claims.extraction.phrases import is_comma, is_time, phrase_end, starts_phrase
from claims.extraction.reading import Sentence, Unit, is_finite

# In "Selon moi" and "according to plan" nobody is quoted.
NO_SOURCE = frozenset({"laquelle", "lesquelles", "lequel", "lesquels"}) | frozenset(
    {"moi", "nous", "plan", "plans", "law", "schedule", "tradition", "custom", "que", "qu'", "cas"}
)


PRONOUNS = frozenset({"lui", "elle", "eux", "elles"})


def according(sentence: Sentence, language: Language) -> Iterator[Found]:
    """Prepositions of saying before their source, and *zufolge* after it."""
    units = sentence.units
    at = 0
    while at < len(units):
        if units[at].lower in BEFORE_RELATIVES and (relative := told_by_relative(units, at, language)):
            yield relative
            at += 2
            continue
        length = starts_phrase(units, at, language)
        if length:
            found = _before(units, at, length, language)
            if found:
                yield found
                at = max(at + 1, at + length)
                continue
        if found := _in_survey(units, at, language):
            yield found
        if units[at].lower in language.words["according_after"] and (
            units[at].lower == "zufolge" or closes_phrase(units, at, language)
        ):
            found = _after(units, at, language)
            if found:
                yield found
        at += 1


def _before(units: Sequence[Unit], at: int, length: int, language: Language) -> Found | None:
    words = [unit.lower for unit in units[at : at + length]]
    begin = at + length
    cue_end = begin
    if begin < len(units) and units[begin].lower in PRONOUNS and _inside_clause(units, at, language):
        return None  # que, selon lui, …: the teller of the clause says so himself
    if words == ["selon"] and at and units[at - 1].kind == "quote" and _names_words(units, begin):
        return None
    if words == ["pour"] and not _is_opinion_for(units, at, language):
        return None
    bare_source = language.code == "de" and words[0] in (
        "nach",
        "entsprechend",
        "demnach",
        "danach",
        "wonach",
    )
    if begin < len(units) and units[begin].lower in NO_SOURCE:
        return None
    if words[0] in ("demnach", "danach", "wonach"):
        return _pronominal(units, at, language)
    if bare_source:  # „Nach Angaben von X“: what gives the source is the whole phrase after the preposition
        end = begin
        if (
            begin < len(units)
            and not is_finite(units[begin], language)
            and units[begin].kind != "punctuation"
        ):
            end = phrase_end(units, begin, len(units), language)
            while end > begin and language.has("negations", units[end - 1].lower):
                end -= 1  # bestätigte das nach eigenem Bekunden nicht
            end = apposition_end(units, end, len(units), language)
        source: Range = (at + 1, max(end, begin))
        cue: Range = (at, at + 1)
    else:
        end = phrase_end(units, begin, len(units), language)
        if language.code == "en" and end == begin < len(units) and units[begin].text[0].isupper():
            end = begin + 1  # a name whatever its tag
        if begin < len(units) and units[begin].lower in PRONOUNS:
            end = begin + 1
        if end <= begin:
            return None
        if units[begin].lower not in PRONOUNS:
            end = participle_end(units, end, len(units), language)
            end = restrictive_end(units, end, len(units), language)
            end = _behind_apposition(units, at, end, language)
        source, cue = (begin, end), (at, cue_end)
    after = max(source[1], cue[1])
    if language.code == "de":
        after = behind_relative(units, after, language)
        source, after = settle_source(units, source, after, at, language)
    content = around(units, cue[0], after, language)
    spans = spans_of(units, content)
    if not spans:
        return None
    source_span = span_of(units, *source)
    cue_span = span_of(units, *cue)
    return Found(
        "according-to", spans, (cue_span,) if cue_span else (), (source_span,) if source_span else ()
    )


def _in_survey(units: Sequence[Unit], at: int, language: Language) -> Found | None:
    """English *In a Gazette poll, Lee leads*: what a survey found."""
    if language.code != "en" or units[at].lower != "in" or at > left_bound(units, at, language) + 1:
        return None
    end = phrase_end(units, at + 1, len(units), language)
    if not any(language.has("surveys", unit.lower) for unit in units[at + 1 : end]):
        return None
    end = participle_end(units, end, len(units), language)
    source, cue = span_of(units, at + 1, end), (units[at].start, units[at].end)
    told = _behind_comma(units, end, language)
    if source is None or told is None or not any(is_finite(unit, language) for unit in units[slice(*told)]):
        return None
    spans = spans_of(units, [told])
    return Found("according-to", spans, (cue,), (source,)) if spans else None


def _behind_comma(units: Sequence[Unit], at: int, language: Language) -> Range | None:
    """The clause behind the comma that ends an opening phrase."""
    for index in range(at, min(len(units) - 2, at + 10)):
        if is_comma(units[index]):
            if is_time(units[index + 1], language) or units[index + 1].pos in ("VERB", "ADP"):
                continue  # In a poll, conducted in May, …
            return index + 1, clause_end(units, index + 1, language)
        if is_finite(units[index], language):
            return None
    return None


def _behind_apposition(units: Sequence[Unit], at: int, end: int, language: Language) -> int:
    """Where the source ends with its apposition; what would leave no words to attribute is none."""
    if end >= len(units):
        return end
    stop = apposition_end(units, end, len(units), language)
    opens = all(unit.kind == "punctuation" for unit in units[:at])
    if language.code == "fr" and stop > end and opens and _is_subject(units, at, end, stop):
        return end
    nothing_left = all(unit.kind == "punctuation" for unit in units[stop:])
    return end if language.code == "en" and opens and nothing_left else stop


def _is_subject(units: Sequence[Unit], start: int, end: int, stop: int) -> bool:
    """*Selon des témoins, les tireurs, vêtus de noir, ont fui*: behind what has no name, such a phrase is no apposition."""
    if (
        units[end + 1].pos != "DET"
        or any(unit.pos == "PROPN" for unit in units[start:end])
        or stop + 1 >= len(units)
    ):
        return False
    after = units[stop + 1]
    is_bare = after.pos in ("NOUN", "ADJ") and after.text[0].islower()
    return is_bare or after.form == "Part" or after.lower in ("qui", "dont")


def _inside_clause(units: Sequence[Unit], at: int, language: Language) -> bool:
    """Whether *selon lui* stands inside a clause that a French cue verb opens with *que*."""
    for index in range(at - 1, 0, -1):
        if units[index].lower in ("que", "qu'") and units[index - 1].lower in language.forms:
            return True
        if units[index].text in (";", ":"):
            return False
    return False


def _names_words(units: Sequence[Unit], at: int) -> bool:
    """French *« … », selon les mots de X*: gives credit for a wording; the sentence is told by another."""
    return any(unit.lower in ("mots", "termes", "expression", "formule") for unit in units[at : at + 3])


def _pronominal(units: Sequence[Unit], at: int, language: Language) -> Found | None:
    """*Demnach …*, *…, wonach …*: cue and source in one word, before a clause. *Danach* asks for the sentence before."""
    word = units[at].lower
    is_first = at == 0 or at == 1 and units[0].kind == "punctuation"
    if word == "wonach" and at and is_comma(units[at - 1]) or word == "demnach" and is_first:
        span = span_of(units, at + 1, clause_end(units, at + 1, language))
    elif word == "demnach":
        spans = spans_of(units, around(units, at, at + 1, language))
        span_ = (units[at].start, units[at].end)
        return Found("according-to", spans, (span_,), (span_,)) if spans else None
    else:
        return None
    cue = (units[at].start, units[at].end)
    return Found("according-to", (span,), (cue,), (cue,)) if span else None


def _is_opinion_for(units: Sequence[Unit], at: int, language: Language) -> bool:
    """French *Pour X, …*: first in its sentence, before somebody who can speak, and a clause behind the comma."""
    if at > 1:
        return False
    stop = phrase_end(units, at + 1, len(units), language)
    stop = apposition_end(units, stop, len(units), language)
    if stop >= len(units) or units[stop].text not in (",", ":") and not is_comma(units[stop - 1]):
        return False
    words = units[at + 1 : stop]
    speaks = any(
        unit.pos == "PROPN"
        and units[index - 1].lower not in ("de", "d'", "du", "des")  # la maladie de Paget
        or any(
            language.has(kind, unit.lower)
            for kind in (
                "speaking_roles",
                "companies",
                "bodies",
                "publications",
                "name_titles",
                "person_nouns",
            )
        )
        for index, unit in enumerate(words, at + 1)
    )
    return speaks and any(
        is_finite(unit, language) or unit.kind == "quote" and unit.has_verb for unit in units[stop:]
    )


def _after(units: Sequence[Unit], at: int, language: Language) -> Found | None:
    start = phrase_start(units, at, 0, language)
    if language.code == "de" and start > 0 and opens_alone(units, at, language):
        start = 0  # Ersten Angaben vom Mittwoch zufolge: nothing else may stand before the verb
    if start == at:
        return None
    content = around(units, start, at + 1, language)
    spans = spans_of(units, content)
    source, cue = span_of(units, start, at), span_of(units, at, at + 1)
    return Found("according-to", spans, (cue,) if cue else (), (source,) if source else ()) if spans else None

"""The noun phrase left of a verb that is its subject."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.english_subjects import behind_circumstance, from_name, renames
from claims.extraction.lexicon import Language
from claims.extraction.phrase_starts import phrase_start
from claims.extraction.phrases import NOMINAL, Range, demonstrative_end, is_comma, is_pronoun, is_time
from claims.extraction.reading import Unit, is_finite


def subject_left(units: Sequence[Unit], verb: int, low: int, language: Language) -> Range | None:
    """The noun phrase that stands left of a verb group as its subject, appositions included."""
    at = _skip_left(units, verb, low, language)
    if at <= low:
        return None
    end = at
    if is_comma(units[at - 1]):
        opening = _opening_comma(units, at - 1, low, language)
        if opening is None:
            return None
        head = _skip_left(units, opening, low, language)
        start = phrase_start(units, head, low, language)
        if start < head:
            if language.code == "fr" and _is_circumstance(units, start) and units[opening + 1].pos in NAMING:
                return opening + 1, at - 1  # Face aux retards, le maire, a dit …
            if language.code != "en":
                return start, end
            stop = end if renames(units[opening + 1], language) else opening
            return from_name(units, start, low, language), stop
        start = phrase_start(units, at - 1, low, language)
        return (start, at - 1) if start < at - 1 else None
    if language.code == "fr" and (begin := _french_pronoun(units, at, low, language)) < at:
        return begin, at
    if is_pronoun(units[at - 1], language) and units[at - 1].pos != "DET":
        return at - 1, at
    start = phrase_start(units, at, low, language)
    if language.code == "fr" and is_finite(units[verb], language):
        begin = _head_of_relative(units, start, low, language)
        if begin < start:
            return begin, end
    if language.code == "en" and start == 1 and units[0].pos == "ADP":
        start = behind_circumstance(units, start, end)
    return (start, end) if start < end else None


NAMING = frozenset({"DET", "PROPN"})


def _is_circumstance(units: Sequence[Unit], start: int) -> bool:
    """Whether the phrase before a comma hangs on a preposition, so that it is no subject."""
    at = start - 1
    while at > 0 and units[at].pos in ("DET", "ADJ"):
        at -= 1
    return at >= 0 and units[at].pos == "ADP" or units[start].lower in ("face", "suite", "grâce")


LONGEST_RELATIVE = 14


def _head_of_relative(units: Sequence[Unit], start: int, low: int, language: Language) -> int:
    """*Les habitants qui vivent près du pont affirment …*: where the phrase begins that *qui* stands for, else ``start``."""
    for verb in range(start - 1, max(low, start - LONGEST_RELATIVE), -1):
        unit = units[verb]
        if unit.kind == "punctuation" or unit.kind == "quote" or unit.pos in ("SCONJ", "CCONJ"):
            return start
        if not is_finite(unit, language):
            continue
        at = _skip_left(units, verb, low, language)
        while at > low and language.has("clitics", units[at - 1].lower):
            at -= 1
        if at <= low or units[at - 1].lower != "qui":
            return start
        begin = phrase_start(units, at - 1, low, language)
        return (
            begin
            if begin < at - 1
            else at - 2
            if units[at - 2].lower in ("ceux", "celles", "celui")
            else start
        )
    return start


def _french_pronoun(units: Sequence[Unit], end: int, low: int, language: Language) -> int:
    """Where *celle-ci*, *17 d'entre elles* or *nous* before a verb in *-ons* begins; ``end`` when none ends there."""
    if end - 3 >= low and demonstrative_end(units, end - 3) == end:
        return end - 3
    if end - 3 >= low and units[end - 2].lower == "entre" and units[end - 3].lower == "d'":
        begin = phrase_start(units, end - 3, low, language)
        return begin if begin < end - 3 else end - 3
    return end


def _skip_left(units: Sequence[Unit], at: int, low: int, language: Language) -> int:
    """Leave out adverbs, clitics and words that tell when between a subject and its verb."""
    moved = True
    while moved and at > low:
        moved = False
        unit = units[at - 1]
        if (
            unit.pos == "ADV"
            and not is_pronoun(unit, language)
            or language.has("negations", unit.lower)
            or language.has("clitics", unit.lower)
            and unit.pos == "PRON"
            and not _is_plural_subject(units, at - 1)
        ):
            at, moved = at - 1, True
        elif is_time(unit, language) and unit.pos != "NUM":
            at, moved = at - 1, True
            if at > low and language.has("time_links", units[at - 1].lower):
                at -= 1
    return at


def _relative_before(units: Sequence[Unit], close: int, low: int, language: Language) -> int:
    """*Le maire qui, hier soir, hésitait, a dit …*: index of the relative before the insert that ends at ``close``, or 0."""
    opening = next((i for i in range(close - 1, low, -1) if is_comma(units[i])), 0)
    if not opening or any(is_finite(unit, language) for unit in units[opening:close]):
        return 0
    return opening - 1 if units[opening - 1].lower in ("qui", "dont") else 0


def _relative_around(units: Sequence[Unit], comma: int, low: int, language: Language) -> int:
    """French *Le maire, qui parlait aux pêcheurs, après une visite, a dit …*: the comma that opens the relative clause, or 0."""
    opening = next((i for i in range(comma - 1, low, -1) if is_comma(units[i])), 0)
    if language.code != "fr" or not opening or units[opening + 1].lower not in ("qui", "dont"):
        return 0
    is_clause = any(is_finite(unit, language) for unit in units[opening:comma])
    return opening if is_clause and units[opening - 1].pos in NOMINAL | {"BRACKET", "ADJ"} else 0


def _is_plural_subject(units: Sequence[Unit], at: int) -> bool:
    """French *nous évoquons*, *vous dites*: the form of the verb makes the pronoun its subject."""
    if units[at].lower not in ENDINGS or at + 1 >= len(units):
        return False
    return units[at + 1].lower.endswith(ENDINGS[units[at].lower]) and units[at + 1].pos in ("VERB", "AUX")


# How a verb ends whose subject is the French pronoun.
ENDINGS = {"nous": ("ons", "sommes"), "vous": ("ez", "êtes", "dites", "faites")}


def _holds_main_verb(units: Sequence[Unit], start: int, end: int, language: Language) -> bool:
    """A comma and a finite verb right behind it: the relative clause is over, its noun's own verb follows."""
    for at in range(start, end - 1):
        if is_comma(units[at]):
            verb = at + 1
            while verb < end and language.has("clitics", units[verb].lower):
                verb += 1
            if verb < end and is_finite(units[verb], language):
                return True
    return False


def _is_described(units: Sequence[Unit], start: int, end: int, language: Language) -> bool:
    """English *Ann Lee, a nurse who runs the ward, said*: an apposition whose verb stands in its relative clause."""
    if language.code != "en" or units[start].pos not in ("DET", "NOUN", "ADJ", "PROPN", "NUM"):
        return False
    verb = next(i for i in range(start, end) if is_finite(units[i], language))
    return any(
        language.has("relatives", units[i].lower) and units[i - 1].pos in NOMINAL
        for i in range(start + 1, verb)
    )


def _opening_comma(units: Sequence[Unit], close: int, low: int, language: Language) -> int | None:
    """The comma that opens what the comma at ``close`` ends: an apposition, a relative clause, a participle."""
    for at in range(close - 1, low - 1, -1):
        unit = units[at]
        if is_comma(unit):
            inner = units[at + 1]
            finite = any(is_finite(units[i], language) for i in range(at + 1, close))
            if language.code == "fr" and (relative := _relative_before(units, at, low, language)) > 0:
                return relative
            if is_finite(inner, language):
                return None  # …, aura du mal à tenir, a dit X: a clause ends at this comma
            if finite and not language.has("relatives", inner.lower):
                if _renames_at_length(units, at, close, language):
                    return at
                if not _is_described(units, at + 1, close, language):
                    continue
            if finite and language.code == "fr" and _holds_main_verb(units, at + 1, close, language):
                return None  # Le taux, qui montait, s'est établi à 9 %, indique X
            before = units[at - 1] if at > low else None
            if (
                before is not None
                and (before.pos in NOMINAL | {"BRACKET"} or language.code == "fr" and before.pos == "ADJ")
                and not is_time(before, language)
            ):
                return _relative_around(units, at, low, language) or at
            return None
        if unit.text in (";", ":"):
            return None
    return None


def _renames_at_length(units: Sequence[Unit], comma: int, close: int, language: Language) -> bool:
    """*Nordwerft, the company whose tool was abused, said*: a name, and an apposition that a relative clause ends."""
    if (
        comma == 0
        or units[comma - 1].pos != "PROPN"
        or not language.has("determiners", units[comma + 1].lower)
    ):
        return False
    for index in range(comma + 2, close):
        if language.has("relatives", units[index].lower) and units[index - 1].pos in NOMINAL | {"ADJ"}:
            return True
        if is_comma(units[index]) or is_finite(units[index], language):
            return False
    return False

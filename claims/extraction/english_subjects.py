"""What the subject of an English verb is where phrases, clauses or circumstances stand between the two."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.dependents import SUBJECTS
from claims.extraction.lexicon import Language
from claims.extraction.phrase_starts import phrase_start
from claims.extraction.phrases import Range, is_comma, is_time, phrase_end
from claims.extraction.reading import Unit


def behind_circumstance(units: Sequence[Unit], start: int, end: int) -> int:
    """*In a radio interview Ann Lee said*: the name behind the noun of an opening circumstance; else ``start``."""
    name = end
    while name > start and units[name - 1].pos == "PROPN":
        name -= 1
    is_parted = start < name < end and units[name - 1].pos == "NOUN"
    return name if is_parted else start


def before_its_clause(units: Sequence[Unit], subject: Range, verb: int, language: Language) -> Range:
    """*Groups that have backed him say …*, *Leaders opposed to the plan said …*: by the parse, the noun with its clause."""
    head = next(
        (
            index
            for index in range(subject[0])
            if units[index].head == verb and units[index].relation in SUBJECTS and units[index].kind == "word"
        ),
        -1,
    )
    if head < 0 or units[head].pos not in ("NOUN", "PROPN"):
        return subject
    if any(unit.kind == "punctuation" for unit in units[head + 1 : subject[0]]):
        return subject
    start = phrase_start(units, head + 1, 0, language)
    end = phrase_end(units, start, subject[0], language)
    if not start <= head < end < subject[0]:
        return subject
    opens = (
        language.has("relatives", units[end].lower) or units[end].pos == "VERB" and units[end].form == "Part"
    )
    return (start, subject[1]) if opens else subject


def from_name(units: Sequence[Unit], start: int, low: int, language: Language) -> int:
    """*Ann Lee, president of the club, which …, said*: the name stands before an apposition of its own."""
    first = units[start]
    is_lower = first.text[:1].islower() and not language.has("relatives", first.lower) or first.text.isdigit()
    is_apposition = start > low + 1 and is_lower and is_comma(units[start - 1])
    if not is_apposition or units[start - 2].pos != "PROPN" or is_time(units[start - 2], language):
        return start
    name = phrase_start(units, start - 1, low, language)
    is_place = name > low and units[name - 1].pos == "ADP"  # In Berlin, a spokesman, who …
    return start if is_place else name


def renames(first: Unit, language: Language) -> bool:
    """English: whether what stands between commas is an apposition, and no relative clause or circumstance."""
    if first.pos in ("DET", "NOUN", "PROPN", "ADJ", "NUM", "X"):
        return not language.has("relatives", first.lower)
    return language.has("determiners", first.lower) or first.lower in (
        "of",
        "including",
        "also",
        "then",
        "now",
        "formerly",
    )

"""The verb of the clause around an English noun with its clause: *the claim that it rains | drew laughter*."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.lexicon import Language
from claims.extraction.phrases import is_comma
from claims.extraction.reading import Unit, is_finite


def main_verb(units: Sequence[Unit], start: int, end: int, awaited: int, language: Language) -> int:
    """Index of the first finite verb in ``[start, end)`` that no clause inside awaits, adverbs before it included; else ``end``.

    ``awaited`` is how many finite verbs the clause that begins at ``start`` may have of its own: 1 behind *that*, 0 in an object.
    """
    at = start
    while at < end:
        unit = units[at]
        if is_finite(unit, language) and unit.lower not in ("'s", "’s"):
            if awaited <= 0:
                return _with_adverbs(units, at)
            awaited -= 1
            while at + 1 < end and units[at + 1].pos in ("AUX", "VERB", "ADV", "PART"):
                awaited += _tells(units[at], language)
                at += 1  # has been told
        if _opens(units, at, start, language):
            awaited += 1
        awaited += _tells(units[at], language)
        at += 1
    return end


def _tells(unit: Unit, language: Language) -> bool:
    """A verb that a bare clause may follow: *said it was*."""
    return unit.pos == "VERB" and any(
        form.verb.takes("z", "o") for form in language.forms.get(unit.lower, ())
    )


def _opens(units: Sequence[Unit], at: int, start: int, language: Language) -> bool:
    """Whether a clause with a verb of its own may begin here, a relative clause without its pronoun among them."""
    unit, before = units[at], units[at - 1]
    if is_comma(unit) or unit.kind == "bracket" or unit.text in (";", ":"):
        return True
    if any(
        language.has(kind, unit.lower)
        for kind in ("complementizers", "relatives", "subordinators", "coordinators")
    ):
        return True
    return (
        at > start
        and before.pos in ("NOUN", "PROPN", "QUOTE")
        and unit.pos in ("PRON", "DET", "PROPN")
        and before.pos != unit.pos
    )


def _with_adverbs(units: Sequence[Unit], at: int) -> int:
    while units[at - 1].pos == "ADV":
        at -= 1
    return at

"""Finds which noun a French *qui* stands for: the last one that can, not always the first of a long phrase."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.lexicon import Language
from claims.extraction.phrase_starts import phrase_start
from claims.extraction.phrases import NOMINAL, Range, is_comma
from claims.extraction.reading import Unit
from claims.extraction.things import is_thing

# Prepositions that lead to a noun of their own; *de* leads to a part of the noun before it.
PARTING = frozenset({"à", "au", "aux", "avec", "par", "chez", "contre", "entre", "envers", "auprès"})
OF = frozenset({"de", "d'", "du", "des"})


def antecedent(units: Sequence[Unit], at: int, verb: int, language: Language) -> Range | None:
    """The noun phrase that *qui* at ``at``, the subject of ``verb``, refers to.

    *la demande des partenaires qui souhaitaient …*: number tells; *le règlement du litige avec Taïwan, qui exige …*:
    what a preposition such as *avec* leads to is nearer than what stands before it.
    """
    end = at - 1 if at and is_comma(units[at - 1]) else at
    start = phrase_start(units, end, 0, language)
    if start >= end:
        return None
    begins = _begins(units, start, end)
    return begins[_choose(units, begins, verb, end, language)], end


def _begins(units: Sequence[Unit], start: int, end: int) -> list[int]:
    """Where the phrase and each phrase that a preposition in it leads to begin."""
    inner = [
        at + 1 for at in range(start, end - 1) if units[at].lower in PARTING | OF and units[at].pos != "DET"
    ]
    return [start, *(at for at in inner if any(unit.pos in NOMINAL for unit in units[at:end]))]


def _choose(units: Sequence[Unit], begins: Sequence[int], verb: int, end: int, language: Language) -> int:
    """Index of the phrase that fits: the one behind the last parting preposition that agrees with the verb."""
    number = units[verb].number
    if len(begins) > 1 and units[begins[1] - 1].lower in OF and _is_telling(units, begins[0], language):
        return 1  # la déclaration du maire, affirmant que …
    head = units[begins[0] : begins[1] - 1] if len(begins) > 1 else []
    is_owned = head and units[begins[1] - 1].lower in OF and not any(unit.pos == "ADP" for unit in head)
    if is_owned and is_thing(head, language):
        return 1  # l'attitude de l'État, qui évite de reconnaître …
    parted = max((i for i, begin in enumerate(begins) if i and units[begin - 1].lower in PARTING), default=0)
    if parted and _can_speak(units, begins[0], language):
        parted = 0  # le conseiller à la sécurité, qui …
    fitting = [i for i, begin in enumerate(begins) if i >= parted and _agrees(units, begin, end, number)]
    return fitting[0] if fitting else parted


def _is_telling(units: Sequence[Unit], begin: int, language: Language) -> bool:
    head = next((unit for unit in units[begin:] if unit.pos == "NOUN"), units[begin])
    return language.has("nominal_cues", head.lower)


def _agrees(units: Sequence[Unit], begin: int, end: int, number: str) -> bool:
    head = next((unit for unit in units[begin:end] if unit.pos in NOMINAL), units[begin])
    plural = head.number == "Plur" or units[begin].number == "Plur"
    return not number or not head.number or plural == (number == "Plur")


def _can_speak(units: Sequence[Unit], begin: int, language: Language) -> bool:
    """A role (*le conseiller*, *M. le maire*) or a body at the head of the phrase."""
    return any(
        language.has(kind, unit.lower)
        for unit in units[begin : begin + 3]
        for kind in ("speaking_roles", "name_titles", "bodies", "companies", "publications")
    )

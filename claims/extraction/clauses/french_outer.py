"""French: where the clause around a telling goes on, so that what is told is over."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.clauses.french import LEADERS
from claims.extraction.clauses.french_subject import before_clitics, may_precede_verb, subject_behind
from claims.extraction.lexicon import Language
from claims.extraction.phrases import Range, is_comma
from claims.extraction.reading import Unit, is_finite


def main_clause_comma(units: Sequence[Unit], cue_start: int, piece: Range, language: Language) -> int:
    """Where a content that a gerund or an infinitive tells ahead of the main clause ends: at that clause's comma."""
    start, end = piece
    if any(is_finite(unit, language) for unit in units[:cue_start]):
        return end
    return next(
        (at for at in range(start + 1, end) if is_comma(units[at]) and subject_behind(units, at, language)),
        end,
    )


def leads_circumstance(units: Sequence[Unit], begin: int, language: Language) -> bool:
    """*Alors que X réclame …, le maire …*, *Au moment où …*: the teller stands in a clause that opens the sentence."""
    before = [unit.lower for unit in units[:begin]]
    if before and language.has("coordinators", before[0]):
        before = before[1:]
    if (
        not before
        or len(before) > 4
        or before[-1] not in ("que", "qu'", "où", "si", "quand", "lorsque", "lorsqu'", "comme")
    ):
        return False
    return before[0] in (
        "alors",
        "tandis",
        "bien",
        "au",
        "après",
        "si",
        "quand",
        "lorsque",
        "lorsqu'",
        "comme",
        "pendant",
    )


def outer_verb_comma(units: Sequence[Unit], piece: Range, language: Language) -> int:
    """*Le maire, qui dit que le pont tiendra, a …*: where a comma and a finite verb leave the clause with *qui*."""
    start, end = piece
    inside = False  # an insert behind a relative: *qui, bien que malade, est venu*
    for at in range(start + 1, end - 1):
        if is_comma(units[at]) and units[at - 1].lower in LEADERS:
            inside = True
        elif is_comma(units[at]) and inside:
            inside = False
        elif is_comma(units[at]):
            verb = at + 1
            while verb < end and may_precede_verb(units[verb], language):
                verb += 1
            if verb < end and is_finite(units[verb], language):
                return at
    return end


def outer_verb(units: Sequence[Unit], piece: Range, is_clause: bool, language: Language) -> int:
    """*Les banquiers qui demandent une aide sont …*: where the verb of the antecedent stands without a comma.

    Each *que*, *qui* or *et* lets one verb belong to the content; a clause that is told (``is_clause``) has one of its own.
    """
    start, end = piece
    led = is_clause
    for at in range(start, end):
        unit = units[at]
        if unit.lower in LEADERS or language.has("coordinators", unit.lower) or is_comma(unit):
            led = True
        elif unit.kind == "quote" and unit.has_verb:
            led = False
        elif is_finite(unit, language) and not is_finite(units[at - 1], language):
            if not led:
                return before_clitics(units, at, language)
            led = False
    return end

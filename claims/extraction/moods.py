"""German moods that tell by themselves: Konjunktiv I, its substitutes in Konjunktiv II, and *soll* with a perfect."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.lexicon import Language
from claims.extraction.reading import Unit, is_finite
from claims.extraction.records import Span

# Forms that are Konjunktiv I whatever the tagger says of them.
REPORTED = frozenset(
    [
        "sei",
        "seien",
        "habe",
        "werde",
        "könne",
        "müsse",
        "solle",
        "wolle",
        "dürfe",
        "möge",
        "gebe",
        "gehe",
        "komme",
        "stehe",
        "liege",
        "bleibe",
        "lasse",
        "wisse",
        "sehe",
        "nehme",
        "handle",
        "handele",
        "stamme",
        "bestehe",
        "gelte",
        "gehöre",
        "bedeute",
        "führe",
        "brauche",
        "fehle",
        "erwarte",
        "halte",
        "finde",
    ]
)
# Konjunktiv II stands in where Konjunktiv I looks like the indicative (*sie hätten*), and careless writers mix the two; of
# the modals only the plural, since *könnte* and *sollte* weigh a possibility more often than they report.
SUBSTITUTES = frozenset(
    [
        "hätte",
        "hätten",
        "wäre",
        "wären",
        "würde",
        "würden",
        "müsste",
        "müssten",
        "könnten",
        "brächten",
        "ließen",
        "kämen",
        "gäben",
        "ständen",
        "stünden",
    ]
)
WHAT_IF = frozenset({"wenn", "falls", "sofern", "sonst", "andernfalls"})


def evidential(units: Sequence[Unit], language: Language) -> Span | None:
    """German *soll* with an infinitive at the clause's end: somebody says so."""
    for index, unit in enumerate(units):
        if language.has("hearsay", unit.lower) and unit.kind == "word":
            last = next((one.lower for one in reversed(units) if one.kind == "word"), "")
            told = last in ("haben", "sein", "geben", "befinden", "handeln", "werden") and (
                last != "werden" or units[-2].lower == "worden"
            )
            return (unit.start, unit.end) if told and index + 2 < len(units) else None
        if is_finite(unit, language):
            return None
    return None


def is_reported(units: Sequence[Unit], follows_telling: bool, language: Language) -> bool:
    """A main clause whose finite verb stands in Konjunktiv I, or in II right after a telling."""
    verb = _main_verb(units, language)
    if verb is None:
        return False
    if verb.lower in REPORTED:
        return True
    if verb.lower in SUBSTITUTES:
        return follows_telling and not any(unit.lower in WHAT_IF for unit in units)
    if not verb.lower.endswith("e") or verb.lower.endswith(("te", "ürde", "äre")):
        return False
    # -e in second place is Konjunktiv I or the first person; weak past tenses end in -te
    return (
        verb.pos == "VERB"
        and verb.lower not in ("wurde", "siehe")
        and not any(unit.lower == "ich" for unit in units)
    )


def elaborates(units: Sequence[Unit]) -> bool:
    """*Dazu gehören …*, *Darunter seien …*: a list that fills in the sentence before it."""
    return (
        len(units) > 3
        and units[0].lower in ("dazu", "darunter", "hierzu")
        and units[1].lower
        in ("gehören", "gehörten", "gehöre", "gehörte", "zählen", "zählten", "zähle", "fallen")
    )


def _main_verb(units: Sequence[Unit], language: Language) -> Unit | None:
    """The finite verb in second place; a subordinate clause that opens the sentence is stepped over."""
    begin = 0
    first = units[0]
    if first.pos in ("SCONJ", "ADP") and (
        language.has("subordinators", first.lower)
        or len(units) > 2
        and language.has("relatives", units[2].lower)
    ):
        # punctuation is left out of the units: a gap of more than a blank is where a comma stood
        begin = next((i + 1 for i in range(len(units) - 1) if units[i].end + 1 < units[i + 1].start), 0)
    for unit in units[begin : begin + 14]:
        if unit.kind == "word" and (
            unit.lower in REPORTED or unit.lower in SUBSTITUTES or is_finite(unit, language)
        ):
            return unit
    return None

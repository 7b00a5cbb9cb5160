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
        "müssten",
        "könnten",
        "dürften",
        "brächten",
        "ließen",
        "kämen",
        "gäben",
        "ständen",
        "stünden",
    ]
)
WHAT_IF = frozenset({"wenn", "falls", "sofern", "sonst", "andernfalls"})


ALSO_REPORTED = frozenset({"könnte", "dürfte", "dürften", "werde", "gebe"})


def is_konjunktiv(unit: Unit) -> bool:
    """Whether a finite verb stands in Konjunktiv by its tag or by a form that can be nothing else."""
    return (
        unit.mood == "Sub"
        or unit.lower in REPORTED
        or unit.lower in SUBSTITUTES
        or unit.lower in ALSO_REPORTED
    )


def evidential(units: Sequence[Unit], goes_on: bool, language: Language) -> Span | None:
    """German *soll* with an infinitive at the clause's end: somebody says so.

    A plain infinitive (*Der Bau soll im Mai beginnen*) may as well be a plan of the report's own; it tells only where the
    sentence ``goes_on`` with a saying.
    """
    words = [unit for unit in units if unit.kind == "word"]
    for unit in words:
        if language.has("hearsay", unit.lower):
            last = words[-1].lower
            told = last in PERFECT and (last != "werden" or words[-2].lower == "worden")
            told = told and (last != "haben" or words[-2].pos in ("VERB", "AUX"))  # zehn Räume haben: a plan
            return (unit.start, unit.end) if (told or goes_on) and unit is not words[-1] else None
        if is_finite(unit, language):
            return None
    return None


PERFECT = frozenset({"haben", "sein", "geben", "befinden", "handeln", "werden"})


def is_reported(units: Sequence[Unit], follows_telling: bool, language: Language) -> bool:
    """A main clause whose finite verb stands in Konjunktiv I, or in II right after a telling."""
    at = _main_verb(units, language)
    if at < 0:
        return False
    verb = units[at]
    if any(unit.lower == "ich" for unit in units[max(0, at - 1) : at + 2]):
        return False  # ich habe, habe ich: an indicative
    if verb.lower in REPORTED:
        return True
    if verb.lower in SUBSTITUTES:
        is_condition = at == 0  # Würde es regnen, …
        return follows_telling and not is_condition and not any(unit.lower in WHAT_IF for unit in units[:at])
    if not verb.lower.endswith("e") or verb.lower.endswith(("te", "ürde", "äre")):
        return False
    if verb.lower.endswith("ende") and verb.lower not in IN_ENDE or at and verb.text[0].isupper():
        return False  # eine aus Aalen stammende Krone; der Versand der Ware
    # -e in second place is Konjunktiv I or the first person; weak past tenses end in -te
    return (
        verb.pos == "VERB" and verb.lower not in ("wurde", "siehe") and not _is_attribute(units, at, language)
    )


# Konjunktiv I of stems in -end; all else in -ende is a participle.
IN_ENDE = frozenset({"ende", "beende", "sende", "wende", "verwende", "spende", "verschwende", "blende"})


def _is_attribute(units: Sequence[Unit], at: int, language: Language) -> bool:
    """*Eine im März stammende Nachricht*: a noun behind, and no noun or pronoun between it and its article."""
    if at + 1 >= len(units) or units[at + 1].pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    for unit in reversed(units[:at]):
        if unit.pos in ("NOUN", "PROPN", "PRON") and not is_time_or_number(unit, language):
            return False
        if unit.pos == "DET" or language.has("determiners", unit.lower):
            return True
    return False


def is_time_or_number(unit: Unit, language: Language) -> bool:
    return unit.pos == "NUM" or language.has("time_words", unit.lower)


def elaborates(units: Sequence[Unit]) -> bool:
    """*Dazu gehören …*, *Darunter seien …*: a list that fills in the sentence before it."""
    return (
        len(units) > 3
        and units[0].lower in ("dazu", "darunter", "hierzu")
        and units[1].lower
        in ("gehören", "gehörten", "gehöre", "gehörte", "zählen", "zählten", "zähle", "fallen")
    )


def _main_verb(units: Sequence[Unit], language: Language) -> int:
    """Index of the finite verb of the main clause, -1 when there is none.

    It opens the stretch behind a comma where a clause or an insert comes before it (*Da es regnet, sei …*, *Der Verdacht,
    er sei krank, bestätigte sich*), else it is the first one outside subordinate clauses.
    """
    first = -1
    opens_below = False
    low = 0
    for at in range(len(units) + 1):
        ends = at == len(units) or units[at].text in (",", ";", ":") or is_dash(units[at])
        if not ends:
            continue
        words = range(low, at)
        begins = low > 0 and any(_may_be_finite(units[i], language) for i in words[:1])
        if begins and (opens_below or first < 0):
            return low
        is_below = bool(words) and _leads_below(units, low, language)
        if first < 0 and not is_below:
            first = _first_finite(units, words, language)
        if low == 0:
            opens_below = is_below or first < 0
        low = at + 1
    return first


def _first_finite(units: Sequence[Unit], words: range, language: Language) -> int:
    """The first finite verb of a stretch; what stands right behind a preposition is none (*nach absolvierten Wahlen*)."""
    for at in words:
        after_link = at > 0 and units[at - 1].pos == "ADP" and units[at - 1].lower not in BEHIND_NOUN
        if _may_be_finite(units[at], language) and not (after_link and units[at].pos == "VERB"):
            return at
    return -1


# Prepositions that may stand behind their noun, and so before a verb.
BEHIND_NOUN = frozenset({"zufolge", "nach", "gegenüber", "wegen", "entlang", "entgegen", "gemäß", "zuliebe"})


def is_dash(unit: Unit) -> bool:
    return unit.text in ("–", "—") and unit.kind == "punctuation"


def _may_be_finite(unit: Unit, language: Language) -> bool:
    is_mood = unit.lower in REPORTED or unit.lower in SUBSTITUTES
    return unit.kind == "word" and (is_mood or is_finite(unit, language))


def _leads_below(units: Sequence[Unit], at: int, language: Language) -> bool:
    """Whether the stretch at ``at`` is a subordinate clause by its first word."""
    first = units[at]
    second = units[at + 1].lower if at + 1 < len(units) else ""
    if first.pos in ("SCONJ", "ADP") and language.has("subordinators", first.lower):
        return True
    if language.has("complementizers", first.lower) and first.pos in ("SCONJ", "ADV", "PRON", "X"):
        return True
    is_relative = language.has("relatives", first.lower) or first.lower.startswith("welch")
    return at > 0 and (
        is_relative and first.pos == "PRON" or first.pos == "ADP" and language.has("relatives", second)
    )

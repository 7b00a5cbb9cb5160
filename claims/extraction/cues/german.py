"""German verb groups: the finite verb stands second, its particle or participle at the clause's end."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.cues.cue import Cue, clause_around
from claims.extraction.lexicon import Form, Language, Verb
from claims.extraction.phrases import is_comma, matches
from claims.extraction.reading import Unit, is_finite


def german_group(units: Sequence[Unit], at: int, form: Form, language: Language) -> Cue | None:
    """German: the finite verb stands second, its particle or participle at the clause's end."""
    verb, readings = form.verb, form.readings
    if units[at].lower in ("gab", "gibt", "gebe", "gäbe") and "es" in (
        units[at - 1].lower if at else "",
        units[at + 1].lower if at + 1 < len(units) else "",
    ):
        return None  # es gibt: there is
    low, high = clause_around(units, at)
    begin = at
    if verb.particles and not form.is_joined:
        begin = at - len(verb.particles)
        is_written_apart = (
            len(verb.particles) > 1 or verb.particles[0] not in PARTICLES
        )  # von Anfang an gegeben
        if begin < 0 or not is_written_apart or not matches(units, begin, verb.particles):
            return _parted(units, at, form, high, language) if readings & PARTED else None
    auxiliary = _auxiliary(units, at, low, high, language)
    negated = _has_negation(units, low, high, language)
    if "participle" in readings and auxiliary >= 0 and not _is_infinitive(units, at, auxiliary):
        passive = _is_passive(verb, units[auxiliary], language)
        if auxiliary in (begin - 1, at + 1):
            start, end = min(auxiliary, begin), max(auxiliary, at) + 1
            return Cue(verb, start, end, at, "finite", is_passive=passive, is_negated=negated)
        return Cue(verb, begin, at + 1, at, "finite", auxiliary, is_passive=passive, is_negated=negated)
    if (
        "infinitive" in readings
        and at
        and (units[at - 1].lower == "zu" or auxiliary >= 0 or form.is_joined and "finite" not in readings)
    ):
        return Cue(
            verb,
            at - 1 if units[at - 1].lower == "zu" else begin,
            at + 1,
            at,
            "infinitive",
            auxiliary if units[at - 1].lower != "zu" else -1,
            is_negated=negated,
        )
    if readings & {"finite", "subjunctive"}:
        if units[at].pos in ("ADJ", "ADV") and "participle" in readings:
            return None
        if _is_other_verb(units, at, verb, high, language) or _is_attribute(units, at, low, high, language):
            return None
        return Cue(verb, begin, at + 1, at, "finite", is_negated=negated)
    return None


MODALS = (
    "kann",
    "konnte",
    "könn",
    "muss",
    "müss",
    "darf",
    "durfte",
    "dürf",
    "mag",
    "möchte",
    "soll",
    "will",
    "woll",
)


def _is_infinitive(units: Sequence[Unit], at: int, auxiliary: int) -> bool:
    """*könnte in Not geraten*: behind a modal alone the form is an infinitive, though it looks like a participle."""
    after = units[at + 1].lower if at + 1 < len(units) else ""
    is_modal = units[auxiliary].lower.startswith(MODALS)
    return is_modal and after not in ("haben", "sein", "werden", "worden")


# A verb whose particle stands apart behind it.
PARTED = frozenset({"finite", "subjunctive"})


def _parted(units: Sequence[Unit], at: int, form: Form, high: int, language: Language) -> Cue | None:
    """*gab … bekannt*, *brachte … zum Ausdruck*: the particle ends the clause."""
    particles = form.verb.particles
    low = clause_around(units, at)[0]
    for index in range(at + 1, _particle_reach(units, at, high)):
        if index >= high and not _is_after_insert(units, index, language):
            continue
        if matches(units, index, particles) and _closes(units, index + len(particles), form.verb):
            return Cue(
                form.verb,
                at,
                at + 1,
                at,
                "finite",
                index,
                is_negated=_has_negation(units, low, high, language),
                far_words=len(particles),
            )
    return None


def _is_after_insert(units: Sequence[Unit], index: int, language: Language) -> bool:
    """*gab das Amt, das …, gestern bekannt*: behind an insert stand only words that tell when, before the particle."""
    low = index
    while low > 0 and not is_comma(units[low - 1]):
        low -= 1
    first = units[low].lower
    leads = language.has("complementizers", first) or language.has("subordinators", first)
    return not leads and not any(is_finite(unit, language) for unit in units[low:index])


def _closes(units: Sequence[Unit], end: int, verb: Verb) -> bool:
    """Whether a particle ends its clause; *geht aus dem Bericht hervor* has a preposition there, *bietet an zu kommen* an infinitive."""
    after = units[end] if end < len(units) else None
    return verb.takes("i") or len(verb.particles) > 1 or after is None or after.pos not in OPENING


OPENING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})


def _is_passive(verb: Verb, auxiliary: Unit, language: Language) -> bool:
    """*wird gesagt*, and the state *ist geplant*; but *ist davon ausgegangen* is a perfect."""
    states = ("ist", "sind", "war", "waren", "sei", "seien")
    if auxiliary.lower in states:
        return not verb.lemma.endswith(("gehen", "fahren", "kommen", "werden"))
    return language.has("passive", auxiliary.lower)


def _is_other_verb(units: Sequence[Unit], at: int, verb: Verb, high: int, language: Language) -> bool:
    """A particle at the clause's end makes another verb of it: *findet … statt*, *sah … aus*, *meldete … an*."""
    if verb.particles or high - at < 2:
        return False
    last = units[high - 1]
    return last.lower in PARTICLES and last.text.islower()


PARTICLES = frozenset(
    [
        "an",
        "ab",
        "auf",
        "aus",
        "bei",
        "durch",
        "ein",
        "fest",
        "fort",
        "frei",
        "her",
        "heraus",
        "hin",
        "los",
        "mit",
        "nach",
        "statt",
        "teil",
        "um",
        "unter",
        "vor",
        "vorbei",
        "weg",
        "zu",
        "zurück",
        "zusammen",
    ]
)


def _is_attribute(units: Sequence[Unit], at: int, low: int, high: int, language: Language) -> bool:
    """*nicht näher bezeichnete Mängel*: the clause has its finite verb elsewhere, without an *und* between the two."""
    for index in range(low, high):
        if index == at or not is_finite(units[index], language) or units[index].pos == "VERB" and index > at:
            continue
        between = units[min(index, at) + 1 : max(index, at)]
        if not any(language.has("coordinators", unit.lower) or unit.kind == "quote" for unit in between):
            return abs(index - at) > 1 or index < at
    return False


def _particle_reach(units: Sequence[Unit], at: int, high: int) -> int:
    """A relative clause may stand between verb and particle (*gab X, das …, bekannt*)."""
    reach = high
    while reach < len(units) and reach - at < 30 and units[reach].text not in (".", ":", ";", "?", "!"):
        reach += 1
    return reach


def _auxiliary(units: Sequence[Unit], at: int, low: int, high: int, language: Language) -> int:
    nearby: list[int] = [*range(at - 1, low - 1, -1), *range(at + 1, min(high, at + 2))]
    for index in nearby:
        if (
            language.has("auxiliaries", units[index].lower)
            and units[index].lower != "zu"
            and units[index].text[0].islower()
        ):
            return index
        if is_finite(units[index], language) and index < at:
            return -1
    return _auxiliary_before_apposition(units, low, language)


LONGEST_APPOSITION = 15


def _auxiliary_before_apposition(units: Sequence[Unit], low: int, language: Language) -> int:
    """*hatte der Investor, Larry Weber, zugesagt*: an apposition without a verb parts the participle from its auxiliary."""
    if low < 2 or not is_comma(units[low - 1]):
        return -1
    crossed = False
    for index in range(low - 2, max(-1, low - 2 - LONGEST_APPOSITION), -1):
        unit = units[index]
        if is_comma(unit):
            if crossed:
                return -1
            crossed = True
        elif is_finite(unit, language):
            is_auxiliary = language.has("auxiliaries", unit.lower) and unit.text[0].islower()
            return index if crossed and is_auxiliary and unit.mood != "Sub" else -1
        elif unit.text in (";", ":") or unit.kind == "quote" or unit.pos == "SCONJ":
            return -1
    return -1


def _has_negation(units: Sequence[Unit], low: int, high: int, language: Language) -> bool:
    return any(language.has("negations", unit.lower) for unit in units[low:high])

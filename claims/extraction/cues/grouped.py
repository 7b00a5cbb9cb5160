"""English and French verb groups: auxiliaries, negation and adverbs stand before the verb."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.cues.cue import Cue, clause_around
from claims.extraction.lexicon import Form, Language, Verb
from claims.extraction.phrases import is_comma, is_pronoun, is_time, matches, phrase_end
from claims.extraction.reading import Unit, is_finite


def _particle(units: Sequence[Unit], at: int, verb: Verb) -> int:
    """Index after the particles that directly follow an English verb, or -1 when they are missing."""
    index = at + 1
    if (
        verb.particles
        and index < len(units)
        and units[index].pos == "ADV"
        and units[index].lower != verb.particles[0]
    ):
        index += 1  # met également en cause
    for particle in verb.particles:
        if index >= len(units) or units[index].lower != particle:
            return -1
        index += 1
    return index if verb.particles else at + 1


def verb_group(units: Sequence[Unit], at: int, form: Form, language: Language) -> Cue | None:
    """English and French: auxiliaries, negation and adverbs stand directly before the verb."""
    end = _particle(units, at, form.verb)
    if end < 0:
        return None
    start, perfect, passive, negated = at, False, False, False
    index = at - 1
    while index >= 0 and at - index < 8:
        unit = units[index]
        auxiliary = language.has("auxiliaries", unit.lower)
        if auxiliary and (unit.pos in ("AUX", "VERB", "X") or language.code == "fr"):
            if unit.lower in ("a", "la") and unit.pos in ("ADP", "DET"):
                break
            start = index
            perfect = perfect or language.has("perfect", unit.lower)
            passive = passive or language.has("passive", unit.lower)
        elif language.has("negations", unit.lower):
            negated, start = True, index
        elif _governs(units, index, at, language):
            start = index
        elif unit.lower in ("de", "d'", "à") and _governs(units, index - 1, at, language):
            pass
        elif aside := _aside_before(units, index + 1, language):
            index -= aside - 1
        elif _steps_over(unit, index, language):
            pass
        else:
            break
        index -= 1
    if start == at and "participle" in form.readings:
        far = _auxiliary_before_insert(units, at, language)
        if far != -1:
            return Cue(form.verb, at, end, at, "finite", max(far, -1))
    reflexive = language.code == "fr" and any(
        units[i].lower in ("s'", "se") for i in range(max(0, start - 2), at)
    )
    if reflexive:
        perfect, passive = perfect or passive, False  # s'est engagé
        while start > 0 and units[start - 1].lower in ("s'", "se", "ne", "n'"):
            start -= 1
    if language.code == "fr" and start > 0 and units[start - 1].lower in ("ne", "n'"):
        start, negated = start - 1, True
    reading = _reading(units, at, start, form, perfect, passive, language)
    if reading is None or form.verb.takes("j") and not passive:
        return None
    been = language.code == "fr" and any(units[i].lower == "été" for i in range(start, at))
    is_passive = reading == "participle" and passive and (not perfect or been or language.code == "en")
    is_passive = is_passive and not form.verb.takes("j")  # was sure: no passive
    return Cue(
        form.verb,
        start,
        end,
        at,
        "finite" if start < at and reading == "participle" else reading,
        -1,
        is_passive,
        negated,
    )


def _governs(units: Sequence[Unit], index: int, at: int, language: Language) -> bool:
    """French *continue de nier*, *tient à souligner*: a verb that leaves the saying to the infinitive at ``at``."""
    if language.code != "fr" or index < 0 or units[at].form != "Inf":
        return False
    if units[index].pos == "ADV" and index:  # n'hésite pas à dire
        index -= 1
    return units[index].lower in language.words["governors"]


def _steps_over(unit: Unit, index: int, language: Language) -> bool:
    """Adverbs, and in French the pronouns that stand between an auxiliary and its verb."""
    if unit.pos == "ADV":
        return index > 0
    if language.code != "fr":
        return False
    if language.has("clitics", unit.lower):
        return unit.pos in ("PRON", "DET", "X")
    return (
        unit.lower in ("-t", "elle", "eux", "elles")
        or unit.lower.startswith("-")
        and is_pronoun(unit, language)
    )


def _aside_before(units: Sequence[Unit], end: int, language: Language) -> int:
    """Length of an adverbial of several words that ends before ``end``: *pour sa part*, *à son tour*; else 0."""
    for phrase in language.closings["adverbials"].get(units[end - 1].lower, ()) if end else ():
        if end > len(phrase) and matches(units, end - len(phrase), phrase):
            return len(phrase)
    return 0


def _auxiliary_before_insert(units: Sequence[Unit], at: int, language: Language) -> int:
    """*a, pour sa part, évoqué* and the second of *a évoqué X et confirmé Y*: the auxiliary that the participle shares."""
    if language.code != "fr" or not at:
        return -1
    link = at - 1
    while link > 0 and units[link].pos == "ADV":
        link -= 1  # et même confirmé
    coordinated = language.has("coordinators", units[link].lower)
    if not coordinated and not is_comma(units[at - 1]):
        return -1
    for index in range(link - 1, max(-1, at - 30), -1):
        unit = units[index]
        if unit.lower in ("a", "ont", "avait", "avaient") and unit.pos in ("AUX", "VERB"):
            after = units[index + 1]
            shares = any(one.form == "Part" for one in units[index + 1 : index + 4])
            if coordinated:
                return -2 if shares else -1
            if is_comma(after):
                return index
            return -2 if shares and _leads_object(units, at + 1) else -1
        if is_finite(unit, language):
            return -1
    return -1


def _leads_object(units: Sequence[Unit], at: int) -> bool:
    """*a dénoncé A, évoqué B et …*: a participle with an object of its own is no apposition of what stands before."""
    return at < len(units) and (units[at].pos in ("DET", "QUOTE", "SCONJ") or units[at].lower in ("de", "d'"))


def _is_named(units: Sequence[Unit], at: int, language: Language) -> bool:
    """*The plan, called Home, …*: a participle between commas gives the name of what stands before it."""
    if at == 0 or at + 1 >= len(units) or not is_comma(units[at - 1]) or units[at + 1].kind == "quote":
        return False
    stop = phrase_end(units, at + 1, len(units), language)
    return units[at].form == "Part" or at + 1 < stop < len(units) and is_comma(units[stop])


def _reading(
    units: Sequence[Unit], at: int, start: int, form: Form, perfect: bool, passive: bool, language: Language
) -> str | None:
    unit, readings = units[at], form.readings
    before = units[at - 1].lower if at else ""
    if "gerund" in readings:
        return "gerund" if start == at else "finite"
    if start < at and "participle" in readings and (perfect or passive):
        return "participle"
    if (
        "infinitive" in readings
        and "finite" not in readings
        or "infinitive" in readings
        and before in ("to",)
    ):
        return "finite" if start < at and before != "to" else "infinitive"
    if "finite" in readings or "subjunctive" in readings:
        if language.code == "en" and start == at and form.verb.takes("k") and _is_named(units, at, language):
            return None
        if (
            "participle" in readings
            and unit.form == "Part"
            and start == at
            and language.code == "en"
            and form.verb.lemma not in ("say", "tell")
        ):
            # An adnominal participle (the report published …) is no telling, but a quotation beside it speaks for one.
            after = units[at + 1] if at + 1 < len(units) else None
            beside = at and (is_comma(units[at - 1]) or units[at - 1].kind == "quote")
            told = after is not None and (after.kind == "quote" or after.lower in ("that", ":"))
            told = told or _tells_later(units, at, language)
            return "finite" if beside or told or _is_past(units, at, language) else None
        return "finite"
    return None


def _tells_later(units: Sequence[Unit], at: int, language: Language) -> bool:
    """*insisted in June that …*: words that tell when stand between the verb and its clause."""
    index = at + 1
    while index < min(len(units), at + 5) and (
        units[index].pos in ("ADP", "ADV") or is_time(units[index], language)
    ):
        index += 1
    return at + 1 < index < len(units) and units[index].lower == "that"


def _is_past(units: Sequence[Unit], at: int, language: Language) -> bool:
    """English *and called on him*, *the firm rejected it*: what the tagger takes for a participle is the clause's verb."""
    index = at - 1
    while index > 0 and units[index].pos == "ADV":
        index -= 1
    if index < 0:
        return False
    before = units[index]
    if language.has("coordinators", before.lower) or before.pos == "PRON" and is_pronoun(before, language):
        return True
    low, high = clause_around(units, at)
    return before.pos in ("NOUN", "PROPN") and not any(is_finite(unit, language) for unit in units[low:high])

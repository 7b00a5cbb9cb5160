"""Finds the verb groups that tell of a saying: *a immédiatement contesté*, *gab … bekannt*, *has said*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.extraction.lexicon import Form, Language, Verb
from claims.extraction.phrases import is_comma, is_pronoun, matches
from claims.extraction.reading import Unit, is_finite


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb group in a sentence; ``start``, ``end`` and ``far`` are indices of units.

    ``far`` is the piece that German puts elsewhere: a particle at the clause's end, or the
    auxiliary in second place when the participle ends the clause.
    """

    verb: Verb
    start: int
    end: int
    main: int
    reading: str  # finite, gerund, participle, infinitive
    far: int = -1
    is_passive: bool = False
    is_negated: bool = False

    @property
    def pieces(self) -> tuple[tuple[int, int], ...]:
        """Ranges of units in the order of the text."""
        whole = [(self.start, self.end)]
        if self.far >= 0:
            whole.append((self.far, self.far + 1))
        return tuple(sorted(whole))

    @property
    def after(self) -> int:
        """The first unit that may belong to what is said on the right."""
        return self.end


def find_cues(units: Sequence[Unit], language: Language) -> Iterator[Cue]:
    """Cues of a sentence from left to right, outside quotations."""
    for at, unit in enumerate(units):
        if unit.kind != "word" or unit.lower not in language.forms:
            continue
        for form in language.forms[unit.lower]:
            if _is_noun(units, at, form, language):
                continue
            cue = (
                _german(units, at, form, language)
                if language.code == "de"
                else _group(units, at, form, language)
            )
            if cue:
                yield cue
                break


def _is_noun(units: Sequence[Unit], at: int, form: Form, language: Language) -> bool:
    unit = units[at]
    if language.code == "de":
        if unit.text[0].isupper() and at > 0 and units[at - 1].kind != "quote":
            return True
        return unit.pos in ("NOUN", "PROPN") and unit.text[0].isupper() and at > 0
    before = units[at - 1] if at else None
    if unit.pos in ("VERB", "AUX"):
        return False
    if language.code == "fr" and before is not None and (before.lower.startswith("-") or before.pos == "AUX"):
        return False  # a-t-on ajouté: nothing but a verb follows an auxiliary
    if (
        language.code == "fr"
        and before is not None
        and (is_comma(before) or before.kind == "quote")
        and "finite" in form.readings
    ):
        return False  # « … », note un dirigeant
    if language.code == "en" and _lacks_verb(units, at, form, language):
        return False
    if form.verb.takes("N") or unit.pos == "PROPN" and unit.text[0].isupper():
        return True
    if before is not None and (
        language.has("determiners", before.lower) and before.pos == "DET" or before.pos == "ADP"
    ):
        return True
    return unit.pos == "NOUN" and not is_comma(units[at - 1]) if at else unit.pos == "NOUN"


def _lacks_verb(units: Sequence[Unit], at: int, form: Form, language: Language) -> bool:
    """*The town plans to build*: no finite verb around a finite form, so the form is the verb whatever its tag."""
    if at == 0 or at + 1 >= len(units) or "finite" not in form.readings or units[at].lower == form.verb.lemma:
        return False
    before, after = units[at - 1], units[at + 1]
    leads = after.lower in ("to", "that") or after.pos in ("DET", "PRON") or after.kind == "quote"
    if is_comma(after):  # states, according to X, that …
        leads = any(
            is_comma(units[i]) and units[i + 1].lower == "that"
            for i in range(at + 2, min(len(units) - 1, at + 12))
        )
    if not leads or before.pos not in ("NOUN", "PROPN", "PRON", "ADV") or units[at].text[0].isupper():
        return False
    low, high = _clause(units, at)
    return not any(is_finite(unit, language) for unit in units[low:high])


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


def _group(units: Sequence[Unit], at: int, form: Form, language: Language) -> Cue | None:
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
    for phrase in language.phrases["adverbials"]:
        if end > len(phrase) and matches(units, end - len(phrase), phrase):
            return len(phrase)
    return 0


def _auxiliary_before_insert(units: Sequence[Unit], at: int, language: Language) -> int:
    """*a, pour sa part, évoqué* and the second of *a évoqué X et confirmé Y*: the auxiliary that the participle shares."""
    if language.code != "fr" or not at:
        return -1
    coordinated = language.has("coordinators", units[at - 1].lower)
    if not coordinated and not is_comma(units[at - 1]):
        return -1
    for index in range(at - 2, max(-1, at - 30), -1):
        unit = units[index]
        if unit.lower in ("a", "ont", "avait", "avaient") and unit.pos in ("AUX", "VERB"):
            after = units[index + 1]
            if coordinated:
                return -2 if any(one.form == "Part" for one in units[index + 1 : index + 4]) else -1
            return index if is_comma(after) else -1
        if is_finite(unit, language):
            return -1
    return -1


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
            return (
                "finite"
                if beside or after is not None and (after.kind == "quote" or after.lower in ("that", ":"))
                else None
            )
        return "finite"
    return None


def _german(units: Sequence[Unit], at: int, form: Form, language: Language) -> Cue | None:
    """German: the finite verb stands second, its particle or participle at the clause's end."""
    verb, readings = form.verb, form.readings
    if units[at].lower in ("gab", "gibt", "gebe", "gäbe") and "es" in (
        units[at - 1].lower if at else "",
        units[at + 1].lower if at + 1 < len(units) else "",
    ):
        return None  # es gibt: there is
    low, high = _clause(units, at)
    if verb.particles and not form.is_joined:
        joined = "".join(verb.particles)
        for index in range(at + 1, _particle_reach(units, at, high)):
            if units[index].lower == joined:
                return Cue(
                    verb,
                    at,
                    at + 1,
                    at,
                    "finite",
                    index,
                    is_negated=_has_negation(units, low, high, language),
                )
        return None
    auxiliary = _auxiliary(units, at, low, high, language)
    negated = _has_negation(units, low, high, language)
    if "participle" in readings and auxiliary >= 0:
        passive = _is_passive(verb, units[auxiliary], language)
        if abs(auxiliary - at) == 1:
            return Cue(verb, min(auxiliary, at), max(auxiliary, at) + 1, at, "finite", -1, passive, negated)
        return Cue(verb, at, at + 1, at, "finite", auxiliary, passive, negated)
    if (
        "infinitive" in readings
        and at
        and (units[at - 1].lower == "zu" or auxiliary >= 0 or form.is_joined and "finite" not in readings)
    ):
        return Cue(
            verb,
            at - 1 if units[at - 1].lower == "zu" else at,
            at + 1,
            at,
            "infinitive",
            auxiliary if units[at - 1].lower != "zu" else -1,
            False,
            negated,
        )
    if readings & {"finite", "subjunctive"}:
        if units[at].pos in ("ADJ", "ADV") and "participle" in readings:
            return None
        if _is_other_verb(units, at, verb, high, language) or _is_attribute(units, at, low, high, language):
            return None
        return Cue(verb, at, at + 1, at, "finite", is_negated=negated)
    return None


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


def _clause(units: Sequence[Unit], at: int) -> tuple[int, int]:
    """From comma to comma around a unit."""
    low, high = at, at
    while low > 0 and not is_comma(units[low - 1]) and units[low - 1].text not in (":", ";"):
        low -= 1
    while (
        high < len(units) and not is_comma(units[high]) and units[high].text not in (":", ";", ".", "!", "?")
    ):
        high += 1
    return low, high


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
    return -1


def _has_negation(units: Sequence[Unit], low: int, high: int, language: Language) -> bool:
    return any(language.has("negations", unit.lower) for unit in units[low:high])

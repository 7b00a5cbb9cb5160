"""Where a content ends: clause ends, object ends, and where a new telling starts.

All positions are indices into a sentence's units; ranges are half open.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.appositions import apposition_end
from claims.extraction.lexicon import Form, Language
from claims.extraction.moods import is_konjunktiv
from claims.extraction.phrases import is_comma, matches, phrase_end, starts_phrase
from claims.extraction.reading import Unit, is_finite

SECOND = frozenset({"that", "que", "qu'", "dass", "daß"})


def clause_end(units: Sequence[Unit], start: int, language: Language) -> int:
    """Where a content that begins at ``start`` ends: at the sentence's end, or where the telling goes on."""
    high = len(units)
    while (
        high > start
        and units[high - 1].kind == "punctuation"
        and units[high - 1].text not in (")", "]", "%", "€", "$")
    ):
        high -= 1
    for at in range(start + 1, high):
        unit = units[at]
        if unit.text == ";" or unit.text == ":" and units[at + 1].kind == "quote":
            return at
        if is_comma(unit) and at + 1 < high and units[at + 1].lower == "wonach":
            continue  # a clause within what is told
        if is_comma(unit) and at + 1 < high and _tells(units, at + 1, language):
            if language.code == "fr" and not _says_something(units, start, at, language):
                continue  # qu'en octobre, il a dit …: nothing was told yet
            return at
        if (
            language.code == "en"
            and unit.lower in BEFORE_GERUND
            and _is_telling_gerund(units, at + 1, language)
        ):
            return at
        if language.code == "de" and returns_to_report(units, start, at, language):
            return at - 1 if is_comma(units[at - 1]) else at
        if (
            language.has("coordinators", unit.lower)
            and unit.kind == "word"
            and (
                _tells(units, at, language)
                and not (language.code == "fr" and _both_shifted(units, start, at, language))
                or is_second_clause(units, at, language)
            )
        ):
            return at - 1 if is_comma(units[at - 1]) else at
    return high


# Behind a told clause these and a gerund of saying tell what else the teller did: *…, before adding that …*.
BEFORE_GERUND = frozenset({"before", "after", "while", "when", "without"})


def _is_telling_gerund(units: Sequence[Unit], at: int, language: Language) -> bool:
    return at < len(units) and any(
        "gerund" in form.readings
        and form.verb.takes("q", "c")
        and matches(units, at + 1, form.verb.particles)
        for form in language.forms.get(units[at].lower, ())
    )


RETURNING = frozenset({"und", "aber", ","})


def returns_to_report(units: Sequence[Unit], start: int, at: int, language: Language) -> bool:
    """*…, er sei unschuldig | und erkannte das Gericht nicht an*: Konjunktiv before *und*, an indicative right behind it."""
    if at + 1 >= len(units) or units[at].lower not in RETURNING:
        return False
    follows = units[at + 1] if units[at].text == "," else _next_verb(units, at + 1, language)
    if follows is None or not is_finite(follows, language) or is_konjunktiv(follows):
        return False
    if units[at].text == "," and language.has("subordinators", units[start].lower):
        return False  # wenn er komme, geht sie
    if units[at].text == "," and _waits_for_verb(units, start, at, language):
        return False
    told = next((unit for unit in units[start:at] if is_finite(unit, language)), None)
    return told is not None and is_konjunktiv(told)


def _next_verb(units: Sequence[Unit], at: int, language: Language) -> Unit | None:
    """The verb right at ``at``, or a further telling behind one phrase: *… und | der Rat von Aalen forderte …*."""
    if is_finite(units[at], language) or language.has("subordinators", units[at].lower):
        return units[at]
    for unit in units[at : at + LONGEST_SUBJECT]:
        if unit.kind == "punctuation" or language.has("complementizers", unit.lower):
            return None
        if is_finite(unit, language):
            tells = any(_speaks_in_german(form) for form in language.forms.get(unit.lower, ()))
            return unit if tells and unit.tense == "Past" else None
    return None


LONGEST_SUBJECT = 12


def _waits_for_verb(units: Sequence[Unit], start: int, at: int, language: Language) -> bool:
    """*…, die die Partei, den Sieger, | stärken*: a relative clause opened before ``at`` and has no verb yet."""
    opened = next(
        (
            i
            for i in range(at - 1, start, -1)
            if units[i].text == ","
            and (
                language.has("relatives", units[i + 1].lower)
                or language.has("subordinators", units[i + 1].lower)
            )
        ),
        -1,
    )
    return opened >= 0 and not any(is_finite(unit, language) for unit in units[opened:at])


def _both_shifted(units: Sequence[Unit], start: int, at: int, language: Language) -> bool:
    """*que A était prêt et n'avait jamais dit …*: two verbs in the imperfect belong to one told clause."""
    first = next((unit for unit in units[start:at] if is_finite(unit, language)), None)
    second = next((unit for unit in units[at + 1 : at + 5] if is_finite(unit, language)), None)
    return all(unit is not None and unit.lower.endswith(("ait", "aient")) for unit in (first, second))


def _says_something(units: Sequence[Unit], start: int, end: int, language: Language) -> bool:
    first = units[start]
    is_clause = start > 0 and units[start - 1].lower in SECOND  # que Nordline, une start-up, a signalé …
    is_circumstance = first.pos in ("ADP", "SCONJ") or language.has("subordinators", first.lower)
    return not (is_clause or is_circumstance) or any(
        is_finite(unit, language) or unit.kind == "quote" for unit in units[start:end]
    )


def before_main_clause(units: Sequence[Unit], cue: int, start: int, end: int, language: Language) -> int:
    """*Noting that A, he left*: the comma before the main clause where no finite verb stands before the cue, else ``end``."""
    if any(is_finite(unit, language) for unit in units[:cue]):
        return end
    for comma in range(start + 1, end):
        if is_comma(units[comma]):
            subject = apposition_end(units, phrase_end(units, comma + 1, end, language), end, language)
            while subject < end and (is_comma(units[subject]) or units[subject].pos == "ADV"):
                subject += 1
            if comma + 1 < subject < end and is_finite(units[subject], language):
                return comma
    return end


def is_second_clause(units: Sequence[Unit], at: int, language: Language) -> bool:
    """*and that*, *et que*, *und dass*: another clause of the same verb."""
    if at + 3 < len(units) and units[at + 1].pos == "ADV" and units[at + 2].lower in SECOND:
        at += 1  # et surtout que
    if at + 2 >= len(units) or units[at].lower in ("or", "ou", "oder"):
        return False
    return units[at + 1].lower in SECOND and (
        language.code != "en"
        or units[at + 1].pos in ("SCONJ", "PRON", "X")
        and units[at + 2].pos not in ("VERB", "AUX")
    )


def _tells(units: Sequence[Unit], at: int, language: Language) -> bool:
    """Whether a new telling starts here: *adding that*, *and said*, *he said*, *according to*."""
    if starts_phrase(units, at, language) and not (at and language.has("coordinators", units[at - 1].lower)):
        return True
    steps = 0
    index = at
    coordinated = index < len(units) and language.has("coordinators", units[index].lower)
    if language.code == "en" and not coordinated and index + 1 < len(units):  # though she noted
        coordinated = language.has("contrast", units[index].lower) and units[index + 1].pos == "PRON"
    if coordinated:
        index += 1
        if (
            language.code == "en"
            and index < len(units)
            and language.has("kept_complementizers", units[index].lower)
        ):
            return False  # why it rained or why it was said
    while index < len(units) and steps < 7:
        unit = units[index]
        forms = language.forms.get(unit.lower, ())
        if language.code == "fr":  # mis alone is not *mis en cause*
            forms = tuple(form for form in forms if not form.verb.particles)
        elif language.code == "en":  # making alone is not *made clear*
            forms = tuple(form for form in forms if matches(units, index + 1, form.verb.particles))
        readings = {reading for form in forms for reading in form.readings}
        if language.code == "de":
            told = unit.mood == "Sub" or unit.form == "Inf" or index > 0 and units[index - 1].lower == "zu"
            speaks = not told and any(_speaks_in_german(form) for form in forms)
        else:
            speaks = any(form.verb.takes("q") and not form.verb.takes("t") for form in forms)
        if (
            steps == 0
            and "gerund" in readings
            and (speaks or language.code == "fr" and forms[0].verb.takes("n"))
        ):
            return True
        if (
            speaks
            and (unit.pos in ("VERB", "AUX"))
            and ("finite" in readings or _has_auxiliary(units[at:index], language))
        ):
            return _is_short_insert(units, at, index, coordinated, language)
        if (
            is_finite(unit, language)
            and not language.has("auxiliaries", unit.lower)
            or unit.kind in ("quote",)
            or is_comma(unit)
        ):
            return False
        if (
            not coordinated
            and steps == 0
            and (language.has("relatives", unit.lower) or language.has("subordinators", unit.lower))
        ):
            return False
        steps += 1
        index += 1
    return False


def _speaks_in_german(form: Form) -> bool:
    """A form that tells as it stands; *gab* and *wies* do so with their particle only."""
    parted = bool(form.verb.particles) and not form.is_joined
    return (
        form.verb.takes("q", "c", "a") and not form.verb.takes("t") and not (parted and form.verb.takes("w"))
    )


def _has_auxiliary(units: Sequence[Unit], language: Language) -> bool:
    return any(language.has("auxiliaries", unit.lower) for unit in units)


def _is_short_insert(
    units: Sequence[Unit], at: int, verb: int, coordinated: bool, language: Language
) -> bool:
    """*, he said,* or *and added*: between here and the verb only a subject, an auxiliary or nothing."""
    between = units[at + (1 if coordinated else 0) : verb]
    if any(unit.pos == "ADP" for unit in between) and not coordinated:
        return False
    if coordinated:
        return all(
            unit.pos in ("AUX", "ADV", "PRON") or language.has("auxiliaries", unit.lower) for unit in between
        )
    if language.code == "fr" and between and all(language.has("auxiliaries", unit.lower) for unit in between):
        return True  # …, a indiqué son cabinet
    after = units[verb + 1] if verb + 1 < len(units) else None
    return after is None or is_comma(after) or after.kind == "punctuation" or bool(between) is False

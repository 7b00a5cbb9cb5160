"""French nouns of saying: *la menace du maire de fermer le pont*, *l'idée avancée par X de …*, *la thèse selon laquelle …*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.extraction.bounds import clause_end
from claims.extraction.clauses.infinitives import leads_infinitive
from claims.extraction.found import Found, span_of
from claims.extraction.lexicon import Language
from claims.extraction.phrases import Range, is_comma, phrase_end
from claims.extraction.reading import Sentence, Unit, is_finite
from claims.extraction.records import Span
from claims.extraction.subjects import subject_left

REACH = 14
WHICH = frozenset({"laquelle", "lequel", "lesquelles", "lesquels"})
POSSESSIVES = frozenset({"son", "sa", "ses", "leur", "leurs", "notre", "nos", "mon", "ma", "mes"})


def french_nominal(sentence: Sentence, language: Language) -> Iterator[Found]:
    """Each noun of saying that a clause or an infinitive fills, with its owner as the source."""
    units = sentence.units
    for at, unit in enumerate(units):
        if unit.kind != "word" or unit.pos in ("VERB", "AUX", "PROPN") or at + 2 >= len(units):
            continue
        content = _content(units, at, language)
        span = span_of(units, *content) if content else None
        if content is None or span is None:
            continue
        source = _owner(units, at, content[0], language)
        yield Found("nominal", (span,), ((unit.start, unit.end),), (source,) if source else ())


def _content(units: Sequence[Unit], at: int, language: Language) -> Range | None:
    is_cue = language.has("nominal_cues", units[at].lower)
    fills = language.has("nominal_infinitives", units[at].lower)
    if not (is_cue or fills or units[at].pos == "NOUN"):
        return None
    for index in range(at + 1, min(len(units) - 1, at + REACH)):
        unit, after = units[index], units[index + 1]
        if is_comma(unit) and is_cue and _which_ahead(units, index, at + REACH):
            continue
        if unit.lower == "selon" and after.lower in WHICH and index - at < (REACH if is_cue else 7):
            return index + 2, _relative_end(units, index + 2, language)
        if is_cue and unit.lower in ("est", "était") and after.lower in ("que", "qu'"):
            return index + 2, clause_end(units, index + 2, language)  # l'argument avancé est que …
        if (
            not (is_cue or fills)
            or is_finite(unit, language)
            or unit.text in (";", ":")
            or unit.kind == "quote"
        ):
            return None
        if (
            is_cue
            and unit.lower in ("que", "qu'")
            and unit.pos == "SCONJ"
            and _may_stand_between(units, at, index)
        ):
            return index + 1, _relative_end(units, index + 1, language)
        if fills and unit.lower in ("de", "d'", "à") and leads_infinitive(units, index + 1, language):
            return index + 1, _infinitive_end(units, index + 1, language)
        if is_comma(unit):
            return None
    return None


def _which_ahead(units: Sequence[Unit], start: int, end: int) -> bool:
    """*les déclarations de X, ministre, selon lesquelles …*: an apposition may come between."""
    high = min(len(units) - 1, end)
    return any(units[i].lower == "selon" and units[i + 1].lower in WHICH for i in range(start, high))


def _may_stand_between(units: Sequence[Unit], at: int, end: int) -> bool:
    """Only adjectives, or *faite par X*, part the noun from its *que*; behind another noun *que* is a relative."""
    between = units[at + 1 : end]
    return all(unit.pos in ("ADJ", "ADV", "VERB") for unit in between) or any(
        u.lower == "par" for u in between
    )


def _relative_end(units: Sequence[Unit], start: int, language: Language) -> int:
    """The clause's end; before the verb of the main clause when the noun was its subject."""
    end = clause_end(units, start, language)
    seen = False
    for at in range(start, end):
        if units[at].lower in ("qui", "que", "qu'", "dont", "où", "et", "ou", "si", "quand", "lorsque"):
            seen = False
        elif is_finite(units[at], language):
            if seen:
                return (
                    at - 1
                    if units[at - 1].lower in ("ne", "n'", "se", "s'") or is_comma(units[at - 1])
                    else at
                )
            seen = True
    return end


def _infinitive_end(units: Sequence[Unit], start: int, language: Language) -> int:
    """An infinitive inside a noun phrase ends at a comma, or where a finite verb without a pronoun before it stands."""
    end = clause_end(units, start, language)
    inside = False
    for at in range(start, end):
        if is_comma(units[at]) and not inside and at + 1 < end:
            later = next((i for i in range(at + 1, end) if is_finite(units[i], language)), -1)
            if later >= 0:
                return at
        if units[at].lower in ("qui", "que", "qu'", "dont", "où", "si", "quand", "lorsque"):
            inside = True
        elif is_finite(units[at], language):
            if not inside:
                return at - 1 if units[at - 1].lower in ("ne", "n'", "se", "s'") else at
            inside = False
    return end


def _owner(units: Sequence[Unit], at: int, stop: int, language: Language) -> Span | None:
    """Whose saying it is: *sa promesse*, *faite par X*, *de X*, else who does something with it: *X a brandi la menace*."""
    for index in range(at - 1, max(-1, at - 4), -1):
        if units[index].lower in POSSESSIVES:
            return units[index].start, units[index].end
    for index in range(at + 1, stop - 1):
        if units[index].lower == "par":
            return span_of(units, index + 1, phrase_end(units, index + 1, stop - 1, language))
    for index in range(at + 1, stop - 1):
        if units[index].lower in ("de", "du", "des", "d'"):
            end = phrase_end(units, index + 1, stop - 1, language)
            return span_of(units, index + 1, end) if end > index + 1 else None
    for index in range(at - 1, max(-1, at - 6), -1):
        if is_finite(units[index], language):
            subject = subject_left(units, index, 0, language)
            return span_of(units, *subject) if subject else None
    return None

"""Rules for what is told in an infinitive: *affirme ne pas être …*, *claims to have …*."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.appositions import apposition_end
from claims.extraction.bounds import clause_end
from claims.extraction.clauses.french import skip_insert
from claims.extraction.clauses.german import (
    holds_main_clause,
    leads_subordinate,
    stands_in_subordinate,
)
from claims.extraction.clauses.site import LONGEST_REACH, Contents, Site, skip_adverbials
from claims.extraction.lexicon import Language
from claims.extraction.phrases import is_comma, is_time, phrase_end
from claims.extraction.reading import Unit, is_finite


def infinitive(site: Site) -> Contents:
    """*affirme ne pas être …*, *gab bekannt, … vereitelt zu haben*, *claims to have …*."""
    units, cue, language = site.units, site.cue, site.language
    if language.code == "fr":
        return _french_infinitive(site)
    if not cue.verb.takes("i", "o"):
        return []
    if language.code == "en":
        return _english_infinitive(site)
    if cue.is_passive and stands_in_subordinate(units, max(cue.main, cue.far), language):
        return []
    first = max(site.right, cue.far)  # behind the particle: gab das Amt, das …, bekannt, … zu …
    for index in range(first, min(len(units) - 2, first + LONGEST_REACH)):
        if is_comma(units[index]) and (
            leads_subordinate(units, index + 1, language) or units[index + 1].lower in PURPOSE
        ):
            continue
        if is_comma(units[index]):
            end = clause_end(units, index + 1, language)
            first = next((at for at in range(index + 1, end) if is_zu_infinitive(units, at)), -1)
            if first >= 0 and not holds_main_clause(units, index + 1, first, language):
                return [[(index + 1, end)]]
    return _infinitive_without_comma(site)


def _english_infinitive(site: Site) -> Contents:
    units, cue, language = site.units, site.cue, site.language
    at = cue.end
    if not cue.verb.takes("o") and units[at : at + 1] and units[at].lower != "to":
        at = skip_adverbials(site, at)
    begin = at
    if cue.verb.takes("o") and at < len(units) and units[at].lower != "to":
        at = phrase_end(units, at, len(units), language)
    if at + 1 >= len(units) or units[at].lower != "to":
        return []
    verbal = {"VERB", "AUX", "ADV", "QUOTE"} | ({"NOUN", "ADJ", "X"} if cue.verb.takes("i") else set())
    return [[(begin, clause_end(units, at, language))]] if units[at + 1].pos in verbal else []


# *um … zu* says what for, not what is told.
PURPOSE = frozenset({"um", "ohne", "statt", "anstatt", "außer"})


def _infinitive_without_comma(site: Site) -> Contents:
    """*hat angekündigt erneut anzutreten*, *bietet an zu kommen*: right behind a participle or particle that ends the telling."""
    units, cue, language = site.units, site.cue, site.language
    ends_telling = cue.far >= 0 or cue.end - cue.start > 1
    start = max(cue.end, cue.far + cue.far_words) if cue.far > cue.main else cue.end
    if not ends_telling or start >= len(units) - 1 or units[start].kind == "punctuation":
        return []
    if language.has("coordinators", units[start].lower) or units[start].lower in PURPOSE:
        return []
    end = next((i for i in range(start, len(units)) if units[i].kind == "punctuation"), len(units))
    if any(is_finite(unit, language) for unit in units[start:end]):
        return []
    last = next((i for i in range(start, end) if is_zu_infinitive(units, i)), -1)
    if last < 0:
        return []
    return [
        [(start, next((i for i in range(last, end) if language.has("coordinators", units[i].lower)), end))]
    ]


def is_zu_infinitive(units: Sequence[Unit], at: int) -> bool:
    unit = units[at]
    if unit.lower == "zu":
        return (
            at + 1 < len(units)
            and units[at + 1].lower.endswith("n")
            and units[at + 1].pos in ("VERB", "AUX", "X")
        )
    return unit.pos == "VERB" and "zu" in unit.lower[2:-3] and unit.form == "Inf"


def _french_infinitive(site: Site) -> Contents:
    units, cue, language = site.units, site.cue, site.language
    if not cue.verb.takes("i", "d", "o"):
        return []
    at = _skip_french(site, site.right)
    if at >= len(units):
        return []
    if cue.verb.takes("i"):
        begin = at
        while at < len(units) and (
            language.has("negations", units[at].lower) or language.has("clitics", units[at].lower)
        ):
            at += 1
        if at < len(units) and _is_infinitive(units[at]):
            return [[(begin, clause_end(units, begin, language))]]
    if cue.verb.takes("d", "o"):
        begin = _behind_recipient(site, skip_insert(units, site.right, language))
        for index in range(begin, min(len(units) - 1, begin + 10)):
            if units[index].lower in ("de", "d'", "à") and leads_infinitive(units, index + 1, language):
                return [[(index + 1, clause_end(units, index + 1, language))]]
            if is_finite(units[index], language) or is_comma(units[index]):
                break
    return []


def _behind_recipient(site: Site, at: int) -> int:
    """*a ordonné à la société, filiale de Norda, de payer*: index after the name's appositions, or ``at``."""
    units, language = site.units, site.language
    first = skip_adverbials(site, at)
    begin = next((i for i in range(at, first) if units[i].lower in RECIPIENT_LINKS), -1)
    if begin < 0:
        return at
    begin += units[begin].lower == "auprès"
    end = phrase_end(units, begin + 1, len(units), language)
    while end < len(units) - 1:
        behind = end + is_comma(units[end])
        if units[behind].lower in ("de", "d'", "à") and leads_infinitive(units, behind + 1, language):
            return behind
        close = apposition_end(units, end, len(units), language)
        if close == end:
            break
        end = close
    return at


RECIPIENT_LINKS = frozenset({"à", "au", "aux", "auprès"})


def leads_infinitive(units: Sequence[Unit], at: int, language: Language) -> bool:
    while at < len(units) and (
        language.has("negations", units[at].lower) or language.has("clitics", units[at].lower)
    ):
        at += 1
    return at < len(units) and _is_infinitive(units[at])


def _is_infinitive(unit: Unit) -> bool:
    """An infinitive, or a quotation that opens with one: *s'engage à « rendre des comptes »*."""
    first = unit.inner[0] if unit.inner else unit
    return first.form == "Inf" and first.pos in ("VERB", "AUX")


def _skip_french(site: Site, at: int) -> int:
    units, language = site.units, site.language
    while at < len(units):
        behind = skip_insert(units, at, language)
        if behind > at:
            at = behind
        elif units[at].lower in ("à", "au", "aux", "auprès", "devant") and units[at].pos in ("ADP", "ADV"):
            at = max(at + 1, phrase_end(units, at + 1, len(units), language))  # a déclaré au juge avoir …
        elif (
            units[at].pos == "ADV"
            and not language.has("negations", units[at].lower)
            or is_time(units[at], language)
        ):
            at += 1
        else:
            break
    return at

"""Rules for what is told in quotation marks, left or right of its cue, or behind a colon."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.bounds import clause_end
from claims.extraction.clauses.french_objects import french_object_end, tells_before_colon
from claims.extraction.clauses.site import LONGEST_REACH, Contents, Site, skip_adverbials
from claims.extraction.lexicon import Language
from claims.extraction.phrases import Range, is_comma, phrase_end
from claims.extraction.reading import Unit, is_finite


def colon(site: Site) -> Contents:
    """*X said: “…”*, *X erklärte am Freitag: …*"""
    units, at = site.units, site.right
    if not site.cue.verb.takes("c", "q", "n"):
        return []
    if site.language.code == "en" and site.cue.verb.takes("t") and not site.cue.verb.takes("q"):
        return []  # they hold other views: …
    if site.language.code == "fr" and site.cue.reading == "infinitive" and not site.cue.verb.takes("c"):
        return []  # permettra de poursuivre les travaux : …
    for index in range(at, min(len(units), at + LONGEST_REACH)):
        if units[index].text == ":":
            if site.language.code == "de" and _is_list(site, index + 1):
                return []
            if site.language.code == "fr" and (
                tells_before_colon(site, index) or _stands_between_halves(site)
            ):
                return []
            return _after_colon(units, index + 1)
        if (
            is_finite(units[index], site.language)
            and index != site.cue.far
            or units[index].kind == "quote"
            or units[index].text == ";"
        ):
            return []
    return []


def _stands_between_halves(site: Site) -> bool:
    """*« Quelle erreur ! », estime le maire : « Il fallait attendre. »*: what is told begins before its teller."""
    units, begin = site.units, site.begin
    return site.is_inverted and begin > 1 and is_comma(units[begin - 1]) and units[begin - 2].kind == "quote"


def _is_list(site: Site, at: int) -> bool:
    """*Erwartet werden drei Gäste: …*: without marks and without a verb of plain saying the colon opens a list."""
    units, cue = site.units, site.cue
    quoted = at < len(units) and units[at].kind == "quote" and (units[at].has_verb or units[at].words > 3)
    return not quoted and (cue.is_passive or cue.verb.takes("w", "t") or site.subject is None)


def _after_colon(units: Sequence[Unit], start: int) -> Contents:
    if start >= len(units):
        return []
    if units[start].kind == "quote":
        end = start + 1
        while end < len(units) and units[end].kind == "quote":
            end += 1
        rest = [unit for unit in units[end:] if unit.kind != "punctuation"]
        if rest and not is_comma(units[end]):
            return [[(start, len(units))]]
        return [[(index, index + 1) for index in range(start, end)]]
    return [[(start, len(units))]]


def quotation_left(site: Site) -> Contents:
    """*“…,” X said* and *„…“, sagte X*; a second half may follow: *“…,” he said, “…”*."""
    units, cue = site.units, site.cue
    if not cue.verb.takes("q", "k") or cue.reading == "gerund":  # “…”, adding that …: a new saying
        return []
    begin = site.begin
    at = begin - 1
    if at >= 0 and is_comma(units[at]):
        at -= 1
    if (
        at < 0
        or units[at].kind != "quote"
        or at == begin - 1
        and not site.is_inverted
        and not (units[at].has_verb or units[at].words > 4 or units[at].is_said)
    ):
        return []
    if (
        site.is_inverted is False
        and at == begin - 1
        and site.language.code != "en"
        and not units[at].has_verb
    ):
        return []
    first = at
    while first > 0 and units[first - 1].kind == "quote":
        first -= 1
    start = left_start(site, first)
    lead = [
        unit
        for unit in units[start:first]
        if unit.kind == "word" and not site.language.has("coordinators", unit.lower)
    ]
    if site.language.code == "de" and lead and at == begin - 1 and not units[at].is_said:
        return []  # Nach der Enzyklika „Spe salvi“ meldete X, …: a name inside what opens the sentence
    if site.language.code == "fr" and lead and not _holds_clause(units, start, at + 1, site.language):
        return []  # Le plan « Avenir », dit-elle, suffira: told on both sides of the teller
    pieces = [(start, at + 1)] if lead else [(index, index + 1) for index in range(first, at + 1)]
    return [pieces + second_half(site)]


def _holds_clause(units: Sequence[Unit], start: int, end: int, language: Language) -> bool:
    return any(
        is_finite(unit, language) or unit.kind == "quote" and unit.has_verb for unit in units[start:end]
    )


def second_half(site: Site) -> list[Range]:
    """A quotation that goes on after the teller, up to the sentence's end."""
    units = site.units
    for index in range(site.right, min(len(units), site.right + LONGEST_REACH)):
        if units[index].kind == "quote":
            if (
                units[index].words < 3
                and not units[index].has_verb
                or not is_comma(units[index - 1])
                and units[index - 1].text != ":"
                and not (site.language.code == "en" and units[index - 1].lower in ("but", "and"))
            ):
                return []
            return (
                [(index, clause_end(units, index, site.language))]
                if index + 1 < len(units) and units[index + 1].kind == "word"
                else [(index, index + 1)]
            )
        if site.language.code == "en" and _adds_clause(units, index):
            return [(index + 1, clause_end(units, index + 1, site.language))]
        if is_finite(units[index], site.language) and not site.language.tells_alone(units[index].lower):
            return []
    return []


def _adds_clause(units: Sequence[Unit], comma: int) -> bool:
    """*“We are worried,” they wrote in a letter, that the bridge …*: the sentence of the quotation goes on."""
    return (
        is_comma(units[comma])
        and comma + 2 < len(units)
        and units[comma + 1].lower == "that"
        and units[comma + 1].pos in ("SCONJ", "PRON")
        and units[comma + 2].pos not in ("AUX", "VERB")
    )


def left_start(site: Site, at: int) -> int:
    """Where a told clause left of its cue begins: the sentence's start or after a stop."""
    for index in range(at - 1, -1, -1):
        if site.units[index].text in (";", ":"):
            return index + 1
    start = 0
    if site.language.has("contrast", site.units[0].lower) or site.language.has(
        "coordinators", site.units[0].lower
    ):
        start = 1
    return start


def quotation_right(site: Site) -> Contents:
    """*X said “…”*, *X told AFP, “…”*: the quotation stands right of the verb."""
    units, language = site.units, site.language
    if not site.cue.verb.takes("q"):
        return []
    if language.code == "en" and _stands_inside(site):
        return []
    for index in range(site.right, min(len(units), site.right + 9)):
        unit = units[index]
        if unit.kind == "quote":
            is_uttered = language.code == "en" and index == site.right and unit.is_said
            if not (unit.has_verb or unit.words >= 3 or is_uttered):
                return []
            if language.code == "fr" and not unit.has_verb and _qualifies(units, site.right, index):
                return []
            if language.code == "de" and any(is_comma(units[at]) for at in range(site.right, index - 1)):
                return []  # meinte, der Mann „habe …“: a clause, which the quotation is only a part of
            close = units[index + 1] if index + 1 < len(units) else None
            if (
                language.code == "fr"
                and not unit.has_verb
                and close
                and language.has("coordinators", close.lower)
            ):
                end = clause_end(units, index, language)
                return [[(index, french_object_end(units, index, end, language))]]  # « un toit » et une aide
            if language.code == "en" and unit.is_said and is_comma(units[index - 1]):
                return [[(index, index + 1)]]  # says, “Stop,” until …
            if close is None or close.kind == "punctuation" or language.has("coordinators", close.lower):
                return [[(index, index + 1)]]
            return [[(index, clause_end(units, index, language))]]
        if (
            is_finite(unit, language)
            or language.code == "fr"
            and unit.lower.endswith("ant")
            and unit.lower in language.forms
            or language.has("complementizers", unit.lower)
            and unit.pos != "PRON"
            or unit.text in (";", ":")
        ):
            return []
        if unit.pos in ("DET",) and index + 1 < len(units) and units[index + 1].kind == "quote":
            return []
    return []


def _qualifies(units: Sequence[Unit], start: int, quote: int) -> bool:
    """French *rappelle la décision « rapide et claire »*, *cette idée du « ni oui ni non »*: words about the noun before them."""
    if units[quote - 1].pos == "ADP" and units[quote - 1].lower in ("du", "de", "d'", "des"):
        opening = next((i for i in range(quote - 1, start - 1, -1) if is_comma(units[i])), start)
        return any(unit.pos == "NOUN" for unit in units[opening:quote])
    if units[start].pos != "DET" or units[quote - 1].pos not in ("NOUN", "ADJ"):
        return False
    return not any(unit.pos == "ADP" or is_comma(unit) for unit in units[start:quote])


def _stands_inside(site: Site) -> bool:
    """*said the plan “will fail”*: words of the clause come before the quotation, which is a part of it."""
    units, language = site.units, site.language
    if site.cue.verb.takes("i") and units[site.right : site.right + 1] and units[site.right].lower == "to":
        return True  # promised to “rebuild” the town
    at = skip_adverbials(site, site.right)
    if site.cue.verb.takes("o"):
        at = skip_adverbials(site, phrase_end(units, at, len(units), language))
    quote = next((i for i in range(at, min(len(units), site.right + 9)) if units[i].kind == "quote"), at)
    return quote > at and not is_comma(units[quote - 1]) and units[quote - 1].text != ":"

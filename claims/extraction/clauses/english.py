"""English clauses without an opening word: what tells them from objects, relatives and inserts."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.bounds import clause_end
from claims.extraction.clauses.inversion import has_finite
from claims.extraction.clauses.site import Site, skip_adverbials
from claims.extraction.lexicon import Language
from claims.extraction.phrases import Range, is_comma
from claims.extraction.reading import Unit, is_finite


def opens_clause(site: Site, index: int) -> bool:
    """English *that* before a told clause, and not *said that.* nor the relative of *agreed to a plan that …*."""
    units, language = site.units, site.language
    after = units[index + 1] if index + 1 < len(units) else None
    if after is None:
        return False
    if index == site.right and is_comma(after):  # said that, besides, it would …
        return any(is_comma(unit) for unit in units[index + 2 : index + 14])
    if index == site.right:
        is_object = units[index].pos == "DET" and not has_finite(units, index + 1, len(units), language)
        return not (units[index].pos in ("DET", "PRON") and after.kind == "punctuation") and not is_object
    if units[index].pos == "DET" and after.pos in ("NOUN", "ADJ"):
        return False
    between = units[site.right : index]
    if any(unit.lower in ("so", "such") for unit in between):
        return False  # seemed so loud that they left
    if site.cue.verb.takes("n", "i") and not site.cue.verb.takes("o"):
        skipped = skip_adverbials(site, site.right)
        if skipped < index and not is_comma(units[skipped]):
            return False
    if is_finite(after, language) and between[-1].pos in ("NOUN", "PROPN", "PRON"):
        return site.cue.verb.takes("o") and len(between) <= 2 and between[-1].pos == "PROPN"
    return not any(unit.form == "Inf" for unit in between)


def english_halves(site: Site, start: int, right: int) -> list[Range]:
    """Both halves of a clause around *, X said,* when the second cannot stand for itself: *until it closed*."""
    units, language = site.units, site.language
    begin = site.begin
    end = clause_end(units, right, language)
    if right >= end or units[right].kind == "quote":
        return []
    relative = begin - 2
    if language.has("relatives", units[relative].lower) and has_finite(units, right, end, language):
        return [(relative, begin - 1), (right, end)]
    first = units[right]
    if _opens_with_verb(units, right, end, language) and not site.is_inverted:
        return [(start, begin - 1), (right, end)]  # The years that followed, he said, brought …
    if language.has("subordinators", units[0].lower) and has_finite(units, right, end, language):
        return [(0, begin - 1), (right, end)]
    goes_on = not site.is_inverted and (
        language.has("subordinators", first.lower)
        or language.has("complementizers", first.lower)
        or first.pos in ("ADP", "SCONJ", "CCONJ")
        or first.lower == "including"
    )
    if goes_on and has_finite(units, start, begin - 1, language):
        return [(start, begin - 1), (right, end)]
    return []


def _opens_with_verb(units: Sequence[Unit], at: int, end: int, language: Language) -> bool:
    while at < end and units[at].pos == "ADV":
        at += 1
    return at < end and is_finite(units[at], language)


def holds_verb(units: Sequence[Unit], at: int, end: int) -> bool:
    first = units[at]
    opens = first.pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "ADV") or first.kind == "quote"
    opens = opens or first.pos == "VERB" and first.lower.endswith("ing")  # said running it is hard
    if opens and end - at > 5 and first.kind == "word":
        return True  # the tagger missed the verb: *said each year yields a gain*
    return (
        opens
        and end - at > 1
        and any(unit.pos in ("VERB", "AUX") or unit.has_verb for unit in units[at + 1 : at + 20])
    )


# What can be no subject of a told clause.
OBJECT_PRONOUNS = frozenset({"him", "them", "me", "us", "himself", "themselves", "herself", "itself"})


def finds_verb(site: Site, start: int, at: int, end: int) -> bool:
    """Whether the phrase that begins at ``start`` and ends at ``at`` goes on with its own finite verb."""
    units, language = site.units, site.language
    strict = site.cue.verb.takes("n", "w")  # its object may stand here as well
    if strict and units[start].lower in OBJECT_PRONOUNS:
        return False
    for index in range(at, min(end, at + 14)):
        unit = units[index]
        if is_finite(unit, language) or unit.kind == "quote":
            return True
        if unit.text in (";", ":") or leads_off(units, index, language):
            return False
        if strict and (
            is_comma(unit)
            or language.has("subordinators", unit.lower)
            or language.has("relatives", unit.lower)
            or unit.pos == "VERB"
        ):
            return False
    return False


def leads_off(units: Sequence[Unit], at: int, language: Language) -> bool:
    """A relative or a further clause: the finite verb behind it is not that of the object before it."""
    unit = units[at]
    return (
        language.has("relatives", unit.lower)
        and unit.pos == "PRON"
        or language.has("subordinators", unit.lower)
        and unit.pos == "SCONJ"
        or language.has("coordinators", unit.lower)
        and at + 1 < len(units)
        and is_finite(units[at + 1], language)
    )


def is_carried_out(site: Site) -> bool:
    """*went on to praise …*, *took to Twitter to mock …*: the infinitive tells what was done, not what may be done."""
    units, language = site.units, site.language
    if site.cue.start > 1 and units[site.cue.start - 2].lower in NOT_YET:
        return False
    for index in range(site.cue.start - 1, max(-1, site.cue.start - LONGEST_PURPOSE), -1):
        unit = units[index]
        if language.has("carrying", unit.lower):
            return True
        if unit.pos in ("VERB", "AUX", "ADJ", "SCONJ") or unit.kind == "punctuation":
            return False
    return site.cue.start > 1 and not any(
        is_finite(unit, language) for unit in units
    )  # Lee to call for a vote


# Units between a verb of doing and the infinitive that says what for.
LONGEST_PURPOSE = 9

# Nouns whose infinitive may never be carried out.
NOT_YET = frozenset(
    {"attempt", "effort", "bid", "need", "right", "reason", "chance", "way", "authority", "ability"}
)

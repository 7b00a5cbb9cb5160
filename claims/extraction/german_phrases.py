"""Where one German noun phrase ends and the next begins: *laut der BBC | britische Bürger*, *nach Angaben des Amts | in Absprache*."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claims.extraction.lexicon import Language, load_language
from claims.extraction.reading import Unit

# What these lead belongs to the noun before it, whatever stands behind.
CLOSE_LINKS = frozenset({"von", "vom", "für"})
# These do so before a name only: *der Korrespondent in Rom*, but not *die Polizei in Absprache mit …*.
PLACE_LINKS = frozenset({"in", "im", "aus", "bei", "beim", "an", "am", "zu", "zum", "zur"})
LEADERS = frozenset({"ADP", "DET", "ADJ", "NUM", "CCONJ", "PART"})


def opens_other_phrase(units: Sequence[Unit], at: int, language: Language) -> bool:
    """Whether another phrase begins at ``at``, right behind something nominal.

    German puts subject, objects and adverbials side by side without a comma; a noun phrase that swallows its
    neighbour makes the source too long and the content too short.
    """
    unit, before = units[at], units[at - 1]
    following = units[at + 1] if at + 1 < len(units) else None
    if (
        unit.pos == "ADP"
        or language.has("phrase_links", unit.lower)
        and unit.pos not in ("DET", "CCONJ", "PRON")
    ):
        return _is_loose_link(unit, following)
    if unit.kind == "quote":
        return unit.has_verb or unit.words > 7 or unit.text[1:2].islower() and unit.words > 1
    if at == 1 or units[at - 2].lower in ("laut", "gemäß", "von"):
        bare_name = before.pos == "PROPN" or before.kind == "quote" and not before.has_verb
        if bare_name and unit.pos == "NOUN" and unit.number == "Plur":
            return True  # laut Airbus | Bestellungen
    if before.pos in LEADERS or language.has("determiners", before.lower) or before.kind == "punctuation":
        return False
    if unit.pos == "NOUN" and before.pos == "NOUN" and language.has("information", before.lower):
        return True  # nach ersten Meldungen | Schäden
    if unit.pos == "ADJ":
        genitive = language.has("information", before.lower) and unit.lower.endswith("er")
        return unit.text[:1].islower() and not genitive
    if unit.pos == "NUM":
        return following is not None and following.pos in ("NOUN", "ADJ")
    if unit.pos == "DET" and unit.lower == "der":
        told = following is not None and language.has("agencies", following.lower)  # antwortete X der AFP
        return told or _is_masculine(units, at + 1)
    return False


def _is_loose_link(unit: Unit, following: Unit | None) -> bool:
    if unit.lower in CLOSE_LINKS or unit.lower in ("und", "oder", "&"):
        return False
    return unit.lower not in PLACE_LINKS or following is None or following.pos != "PROPN"


def _is_masculine(units: Sequence[Unit], at: int) -> bool:
    """*der Ehemann*: with a masculine singular the article stands in the nominative and cannot follow as a genitive."""
    for unit in units[at : at + 4]:
        if unit.pos in ("NOUN", "PROPN"):
            return unit.gender == "Masc" and unit.number == "Sing"
        if unit.pos not in ("ADJ", "ADV", "NUM"):
            return False
    return False


def is_information(unit: Unit, language: Language) -> bool:
    """A noun such as *Angaben*, *Polizeiangaben*, *Bericht*: what follows in the genitive says whose."""
    return unit.pos in ("NOUN", "PROPN") and (
        language.has("information", unit.lower) or unit.lower.endswith(_ends(language.code))
    )


def leads_information(units: Sequence[Unit], at: int, language: Language) -> bool:
    """German *nach jüngsten Untersuchungen*, *nach Polizeiangaben*: a noun of information leads the phrase."""
    if language.code != "de":
        return False
    for index in range(at, min(len(units), at + 5)):
        unit = units[index]
        following = units[index + 1] if index + 1 < len(units) else None
        if (
            unit.pos == "PROPN"
            and unit.lower.endswith(("s", "’", "'"))
            and following is not None
            and following.pos == "NOUN"
        ):
            continue  # nach Webers Angaben
        if unit.pos in ("NOUN", "PROPN") or unit.text[:1].isupper() and unit.kind == "word":
            lower = unit.lower.removesuffix("-") or unit.lower
            return language.has("information", lower) or lower.endswith(_ends(language.code))
        if (
            unit.kind != "word"
            or unit.pos in ("VERB", "AUX", "PRON")
            and not unit.lower.startswith(("sein", "ihr", "eigen", "deren", "dessen"))
        ):
            return False
    return False


@cache
def _ends(code: str) -> tuple[str, ...]:
    return tuple(sorted(load_language(code).words.get("information_ends", ())))

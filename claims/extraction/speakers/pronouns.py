"""What a pronoun says about whom it means: number and gender, and who fits them."""

from __future__ import annotations

from claims.extraction.lexicon import Language
from claims.extraction.reading import Unit
from claims.extraction.speakers.entities import Entity

PRONOUN_TAILS = frozenset({"lui", "elle", "eux", "him", "her", "it", "ihm", "ihr", "them"})
GENDERS = (("masculine", "Masc"), ("feminine", "Fem"), ("neuter", "Neut"))


def is_pronoun(unit: Unit, language: Language) -> bool:
    """Whether the unit stands for somebody named before; *I* and *we* do not."""
    is_listed = any(language.has("pronouns", form) for form in _forms(unit))
    in_tails = not PRONOUN_TAILS.isdisjoint(_forms(unit))
    return (is_listed or in_tails) and not language.has("first_person", unit.lower)


def gender_and_number(unit: Unit, language: Language) -> tuple[str, str]:
    """Masc, Fem, Neut or "", and Sing, Plur or ""."""
    gender = next(
        (name for kind, name in GENDERS if any(language.has(kind, form) for form in _forms(unit))), ""
    )
    is_plural = any(language.has("plural", form) for form in _forms(unit))
    return gender, "Plur" if is_plural else "Sing" if gender else ""


def _forms(unit: Unit) -> tuple[str, str]:
    """The word as it stands and without the hyphens of an inversion: *-t-il*."""
    return unit.lower, unit.lower.removeprefix("-t").removeprefix("-")


def fits(entity: Entity, gender: str, number: str, language: Language) -> bool:
    """By number and gender: English *she* is a person, *it* is none; *sie* and *elle* may be a body."""
    if entity.is_relay or number and entity.plurality and entity.plurality != number:
        return False
    if language.code == "en":
        if gender in ("Masc", "Fem"):
            opposite = entity.gender and entity.gender != gender
            return entity.kind in ("person", "unknown") and not opposite
        return not (gender == "Neut" and entity.kind == "person")
    if gender == "Neut":
        return entity.kind != "person"
    is_body = entity.kind in ("organisation", "publication")  # le groupe is l'entreprise, too
    return is_body or not (entity.gender and gender and entity.gender != gender)

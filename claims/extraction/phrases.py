"""Noun phrases: the shallow syntax that the rules stand on.

All positions are indices into a sentence's units; ranges are half open.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.german_phrases import is_information, leads_information, opens_other_phrase
from claims.extraction.lexicon import Language
from claims.extraction.reading import Unit, is_finite

Range = tuple[int, int]


NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "QUOTE", "X", "SYM"})


INSIDE = NOMINAL | {"DET", "ADJ", "BRACKET", "PART"}


COMMAS = frozenset({",", "–", "—", "-", "--"})


LONGEST_PHRASE = 40


# German determiners that may lead a genitive after its noun.
GENITIVES = frozenset(
    {
        "des",
        "der",
        "eines",
        "einer",
        "dieser",
        "dieses",
        "seiner",
        "seines",
        "ihres",
        "ihrer",
        "deren",
        "dessen",
        "beider",
        "mehrerer",
        "zweier",
        "aller",
        "vieler",
        "einiger",
        "jener",
        "unserer",
    }
)


def is_comma(unit: Unit) -> bool:
    """A comma or a dash that sets words apart."""
    return unit.text in COMMAS and unit.kind == "punctuation"


def is_time(unit: Unit, language: Language) -> bool:
    """A word that tells when."""
    if unit.pos == "NOUN" and unit.lower in ("dernier", "dernière", "derniers", "dernières"):
        return False  # ce dernier: a person
    lower = unit.lower.strip(".")
    if unit.pos == "AUX" or unit.text.isupper() and len(unit.text) > 3 and unit.pos == "PROPN":
        return False  # it may rain, il a été vu, USA TODAY
    return (
        language.has("time_words", unit.lower)
        or language.has("time_words", lower)
        or unit.pos == "NUM"
        and unit.text.isdigit()
        and len(unit.text) <= 4
    )


def is_pronoun(unit: Unit, language: Language) -> bool:
    """A personal or relative pronoun that may be a subject."""
    return language.has("pronouns", unit.lower)


def demonstrative_end(units: Sequence[Unit], at: int) -> int:
    """Index after the French *celle-ci*, three tokens, that begins at ``at``; ``at`` when none does."""
    is_one = (
        at + 2 < len(units)
        and units[at].lower in ("celui", "celle", "ceux", "celles")
        and units[at + 1].text in ("-", "‑")
        and units[at + 2].lower in ("ci", "là")
    )
    return at + 3 if is_one else at


def matches(units: Sequence[Unit], at: int, phrase: Sequence[str]) -> bool:
    """Whether the phrase's words stand at ``at``."""
    return at + len(phrase) <= len(units) and all(
        units[at + i].lower == word for i, word in enumerate(phrase)
    )


def phrase_at(units: Sequence[Unit], at: int, kind: str, language: Language) -> int:
    """Length of the longest phrase of that kind at ``at``, 0 when none stands there."""
    for phrase in language.openings[kind].get(units[at].lower, ()) if at < len(units) else ():
        if matches(units, at, phrase):
            return len(phrase)
    return 0


def starts_phrase(units: Sequence[Unit], at: int, language: Language) -> int:
    """Length of the according-to phrase at ``at``, 0 when there is none."""
    if length := phrase_at(units, at, "according_before", language):
        return 0 if units[at].lower == "selon" and _is_measure(units, at + 1, language) else length
    is_led = units[at].lower in ("nach", "entsprechend") and leads_information(units, at + 1, language)
    return 1 if is_led else 0


def _is_measure(units: Sequence[Unit], at: int, language: Language) -> bool:
    """French *selon les cas*, *selon cette formule*: what something goes by, and nobody's word."""
    head = next((unit for unit in units[at : at + 4] if unit.pos == "NOUN"), None)
    return head is not None and language.has("measures", head.lower)


def is_link(units: Sequence[Unit], at: int, language: Language) -> bool:
    """A preposition or conjunction inside a noun phrase: something nominal on both sides."""
    unit = units[at]
    if language.code == "en" and unit.lower in ("after", "before", "since", "until", "during", "despite"):
        return False
    if unit.pos == "CCONJ" or language.has("coordinators", unit.lower):
        return unit.lower in ("and", "und", "et", "&", "or", "oder", "ou")
    return language.has("phrase_links", unit.lower) or unit.pos == "ADP"


COUNTED = frozenset(
    {"some", "many", "one", "both", "others", "those", "someone", "several", "all", "most", "few"}
)


def counts_some(units: Sequence[Unit], at: int) -> bool:
    """*some of his aides*, *someone in the room*: the pronoun leads a phrase."""
    return (
        at + 1 < len(units)
        and units[at].lower in COUNTED
        and units[at + 1].lower in ("of", "in", "from", "at")
    )


def phrase_end(units: Sequence[Unit], start: int, high: int, language: Language) -> int:
    """Where the noun phrase that begins at ``start`` ends; ``start`` when there is none."""
    at = start
    seen = False  # something nominal
    while at < high and at - start < LONGEST_PHRASE:
        unit = units[at]
        if unit.kind == "punctuation":
            if (
                unit.text in ("-", "/", "&", "*", ".", "’", "'")
                and at + 1 < high
                and unit.end == units[at + 1].start
                and unit.start == units[at - 1].end
            ):
                at += 1
                continue
            break
        if seen and (_leads_away(units, at, language) or is_time(unit, language) and unit.pos != "NUM"):
            break
        if seen and language.code == "de" and opens_other_phrase(units, at, language):
            break
        if seen and language.code == "fr" and _ends_french(units, at):
            break
        if (
            is_finite(unit, language)
            or language.has("complementizers", unit.lower)
            and unit.pos in ("SCONJ", "ADV", "CCONJ")
        ):
            break
        if (
            not seen
            and at > start
            and unit.pos == "ADP"
            and (jump := _german_attribute(units, at, high, language))
        ):
            at = jump
            continue
        if language.code == "en" and not seen and _joins_adjectives(units, at, high):
            at += 1
            continue
        if is_link(units, at, language) and unit.pos not in ("DET", "PRON", "PART"):
            if (
                not seen
                or at + 1 >= high
                or units[at + 1].pos not in INSIDE
                or is_time(units[at + 1], language)
            ):
                break
            at += 1
            continue
        if unit.pos == "DET" and seen and not _goes_on_after(units, at, language):
            break
        if unit.pos in INSIDE or language.has("determiners", unit.lower) or unit.pos == "ADV" and not seen:
            if is_pronoun(unit, language) and unit.pos == "PRON":
                if seen:
                    break
                if not (language.code == "en" and counts_some(units, at)):
                    return max(at + 1, demonstrative_end(units, at))
            seen = seen or unit.pos in NOMINAL
            at += 1
            continue
        if unit.pos == "VERB" and unit.form in ("Part", "Ger") and not seen:
            at += 1
            continue
        break
    while at > start and (
        is_link(units, at - 1, language)
        and units[at - 1].pos not in ("DET", "PRON", "PART")
        or units[at - 1].kind == "punctuation"
    ):
        at -= 1
    return at if seen else start


# Nouns of French prepositions of several words: *au nom de*, *au lendemain de*, *à l'issue de*.
OF_PREPOSITIONS = frozenset({"nom", "cours", "lendemain", "sujet", "issue", "terme", "moment", "propos", "micro", "sortie", "occasion", "antenne", "encontre"})  # fmt: skip


def _ends_french(units: Sequence[Unit], at: int) -> bool:
    """Whether a French phrase ends before a relative *que* or a preposition of several words."""
    unit = units[at]
    if unit.lower in ("que", "qu'"):
        return units[at - 1].lower != "ainsi"
    if unit.lower not in ("au", "à", "en"):
        return False
    noun = at + 2 if at + 2 < len(units) and units[at + 1].lower == "l'" else at + 1
    return noun < len(units) and units[noun].lower in OF_PREPOSITIONS


def _joins_adjectives(units: Sequence[Unit], at: int, high: int) -> bool:
    """*old and new rules*: the noun is still to come."""
    return (
        units[at].lower in ("and", "or")
        and 0 < at < high - 1
        and units[at - 1].pos == "ADJ"
        and units[at + 1].pos in ("ADJ", "NOUN")
    )


def _goes_on_after(units: Sequence[Unit], at: int, language: Language) -> bool:
    """Whether the determiner at ``at`` still belongs to the phrase before it."""
    before = units[at - 1]
    if before.pos in ("ADP", "DET", "CCONJ", "PART") or language.has("phrase_links", before.lower):
        return True
    return (
        language.code == "de"
        and units[at].lower in GENITIVES
        and (units[at].case in ("Gen", "") or units[at].lower != "der" or is_information(before, language))
    )


def _german_attribute(units: Sequence[Unit], at: int, high: int, language: Language) -> int:
    """*dem am Samstag veröffentlichten Bericht*: where the noun stands behind an attribute with a preposition, else 0."""
    if language.code != "de":
        return 0
    for index in range(at + 1, min(high - 1, at + 8)):
        if units[index].kind == "punctuation" or is_finite(units[index], language):
            return 0
        if (
            units[index].pos in ("ADJ", "VERB")
            and units[index].text[0].islower()
            and units[index + 1].pos in ("NOUN", "PROPN", "ADJ")
        ):
            return index
    return 0


def _leads_away(units: Sequence[Unit], at: int, language: Language) -> bool:
    """A preposition that begins an adverbial of the saying: to whom, where, when."""
    unit = units[at]
    if language.code != "en" and language.has("recipients", unit.lower) and unit.lower not in ("à",):
        return True
    if unit.pos not in ("ADP", "PART", "ADV") and unit.lower not in ("am", "on", "to", "im"):
        return False
    following = units[at + 1] if at + 1 < len(units) else None
    if following is None:
        return False
    if (
        is_time(following, language)
        or at + 2 < len(units)
        and is_time(units[at + 2], language)
        and units[at + 1].pos in ("DET", "ADJ")
    ):
        return language.has("time_links", unit.lower) or unit.pos == "ADP"
    if language.code == "en":
        return unit.lower in ("to", "after", "during", "before", "as", "on", "about", "when")
    if language.code == "de":
        return unit.lower in ("gegenüber", "nach", "vor", "während", "auf", "über") and following.pos != "NUM"
    if unit.lower == "sur" and any(
        language.has("documents", one.lower) for one in units[max(0, at - 4) : at]
    ):
        return False  # une étude sur les médias
    return unit.lower in ("auprès", "lors", "devant", "après", "avant", "dans", "sur")

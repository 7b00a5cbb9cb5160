"""Where a noun phrase begins that ends at a given place, read from right to left."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.lexicon import Language
from claims.extraction.phrases import (
    GENITIVES,
    INSIDE,
    LONGEST_PHRASE,
    NOMINAL,
    counts_some,
    is_link,
    is_pronoun,
    is_time,
)
from claims.extraction.reading import Unit, is_finite


def phrase_start(units: Sequence[Unit], end: int, low: int, language: Language) -> int:
    """Where the noun phrase that ends before ``end`` begins; ``end`` when there is none."""
    at = end
    while at > low and end - at < LONGEST_PHRASE:
        unit = units[at - 1]
        if unit.kind == "punctuation":
            if (
                unit.text in ("-", "/", "&", "*", ".", "'", "’")
                and at - 1 > low
                and units[at - 2].end == unit.start
            ):
                at -= 1
                continue
            break
        if is_time(unit, language) and unit.pos != "NUM" or unit.is_said:
            break
        if language.code == "en" and _is_title_participle(units, at - 1, end):
            at -= 1
            break
        if language.code == "en" and at - 3 >= low and unit.lower == "of" and units[at - 2].lower == "out":
            at -= 3  # nine out of ten
            continue
        if at < end and _opens_claims(units, at - 1, language):
            at -= 1
            break
        if is_link(units, at - 1, language) and unit.pos not in ("DET", "PRON"):
            before = units[at - 2] if at - 2 >= low else None
            if (  # coopération et de développement
                language.code == "fr"
                and at < end
                and at - 3 >= low
                and before is not None
                and before.lower in ("et", "ou")
                and unit.lower in ("de", "du", "des", "d'", "à", "aux")
                and units[at - 3].pos in ("NOUN", "PROPN", "ADJ")
            ):
                at -= 2
                continue
            if (
                at == end
                or before is None
                or before.pos not in NOMINAL | {"BRACKET", "ADJ"}
                and not (language.code == "en" and counts_some(units, at - 2))
                and not (  # des sources informées à Koweit
                    language.code == "fr"
                    and before.form == "Part"
                    and at - 3 >= low
                    and (units[at - 3].pos in ("NOUN", "PROPN") or units[at - 3].lower == "ayant")
                )
                or is_time(before, language)
                or is_pronoun(before, language)
                and not (language.code == "en" and counts_some(units, at - 2))
            ):
                break
            at -= 1
            continue
        if (
            unit.lower == "que" and at < end and at - 3 >= low and units[at - 2].lower == "ainsi"
        ):  # le maire ainsi que son adjoint
            at -= 2
            continue
        if (
            is_finite(unit, language)
            or language.has("complementizers", unit.lower)
            and unit.pos in ("SCONJ", "CCONJ")
        ):
            break
        if unit.pos in INSIDE or language.has("determiners", unit.lower):
            if is_pronoun(unit, language) and unit.pos == "PRON" and at < end:
                if language.code == "en" and counts_some(units, at - 1):
                    at -= 1
                break
            at -= 1
            if (
                _opens_phrase(units, at, low, language)
                or language.code == "fr"
                and _opens_name(units, at, low)
            ):
                break
            continue
        if language.code == "fr" and unit.lower == "ayant" and at < end and units[at].form == "Part":
            at -= 1  # les équipes ayant participé au projet
            continue
        if language.code == "fr" and at == end and _ends_in_participle(units, at - 1, low):
            at -= 1
            continue
        if (
            unit.pos == "VERB"
            and unit.form in ("Part", "Ger", "")
            and at < end
            and at > low
            and not (
                language.code == "en" and unit.lower.endswith("ing") and units[at].pos in ("PROPN", "DET")
            )
            and not (
                language.code == "fr" and units[at].pos in ("DET", "PROPN") and units[at - 2].pos == "AUX"
            )
        ):  # adjective-like participles
            at -= 1
            continue
        if unit.pos == "ADV" and at < end and at - 2 >= low and units[at - 2].pos in ("DET",):
            at -= 1
            continue
        break
    while at < end and (
        is_link(units, at, language)
        and units[at].pos not in ("DET", "PRON")
        or units[at].kind == "punctuation"
        or units[at].pos == "ADV"
    ):
        at += 1
    return at


def _ends_in_participle(units: Sequence[Unit], at: int, low: int) -> bool:
    """French *les personnes interrogées (disent)*: a participle that closes its noun's phrase."""
    unit = units[at]
    is_participle = unit.form == "Part" and unit.pos in ("VERB", "ADJ") and not unit.lower.endswith("ant")
    return is_participle and at - 1 > low and units[at - 1].pos in ("NOUN", "PROPN")


def _is_title_participle(units: Sequence[Unit], at: int, end: int) -> bool:
    """*“We know,” retired general Ann Lee said*: a participle between an utterance and a name is part of the name."""
    return at + 1 < end and at > 0 and units[at].lower.endswith("ed") and units[at - 1].is_said


def _opens_claims(units: Sequence[Unit], at: int, language: Language) -> bool:
    """French *a contesté auprès de l'AFP des allégations*: *des* behind a name opens a phrase of its own."""
    return (
        language.code == "fr"
        and at > 0
        and units[at].lower == "des"
        and units[at - 1].pos == "PROPN"
        and language.has("claim_nouns", units[at + 1].lower)
    )


def _opens_name(units: Sequence[Unit], at: int, low: int) -> bool:
    """French *note pour sa part M. Guillen*: a title opens its phrase unless an article or a link leads on."""
    return units[at].lower in ("m.", "mm.", "mme", "mr", "mlle") and (
        at == low or units[at - 1].pos not in ("DET", "ADP", "CCONJ", "PUNCT")
    )


def _opens_phrase(units: Sequence[Unit], at: int, low: int, language: Language) -> bool:
    """A determiner opens its phrase, unless a link (*of the*), another determiner or a German genitive leads on."""
    unit = units[at]
    if unit.pos != "DET" or not language.has("determiners", unit.lower) or at <= low:
        return False
    before = units[at - 1]
    if before.lower == "que" and at - 2 > low and units[at - 2].lower == "ainsi":
        return False
    if before.pos in ("ADP", "DET", "CCONJ") or language.has("phrase_links", before.lower):
        return False
    return not (unit.lower in GENITIVES and before.pos in ("NOUN", "PROPN"))

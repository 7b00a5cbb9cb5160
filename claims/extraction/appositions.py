"""What belongs to a noun phrase behind it: appositions and participles."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.lexicon import Language
from claims.extraction.phrases import (
    is_comma,
    is_time,
    starts_phrase,
)
from claims.extraction.reading import Unit, is_finite

OWNED = frozenset(
    {
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "ce",
        "cette",
        "its",
        "their",
        "his",
        "her",
        "this",
        "seine",
        "seinen",
        "seinem",
        "ihre",
        "ihren",
        "ihrem",
        "diesem",
    }
)


def participle_end(units: Sequence[Unit], end: int, high: int, language: Language) -> int:
    """Take in a participle that follows its noun: *an article published Saturday*, *un rapport cité par l'éditeur*."""
    if language.code == "fr" and end < high and _was_dated(units, end, language):
        end -= 1  # les chiffres diffusés | lundi par le ministère
    if (
        end >= high
        or units[end].pos not in ("VERB", "ADJ")
        or is_finite(units[end], language)
        or units[end].form not in ("Part", "")
        or language.code == "de"
    ):
        return end
    at = end + 1
    while (
        at < high
        and not is_comma(units[at])
        and units[at].kind not in ("quote",)
        and units[at].text not in (";", ":", ".", "!", "?")
    ):
        if is_finite(units[at], language) or language.has("complementizers", units[at].lower):
            return end
        at += 1
    return at


def _was_dated(units: Sequence[Unit], end: int, language: Language) -> bool:
    before = units[end - 1]
    is_participle = before.pos in ("VERB", "ADJ") and before.lower.endswith(("é", "ée", "és", "ées"))
    return is_participle and (is_time(units[end], language) or units[end].lower == "par")


def apposition_end(units: Sequence[Unit], end: int, high: int, language: Language) -> int:
    """Take in an apposition between commas, or one that ends the clause: *Lin Jian, a spokesman of …,*."""
    if end >= high or units[end].text != ",":
        return end
    close = end + 1
    while close < high and not is_comma(units[close]) and units[close].text not in (";", ":", ".", "!", "?"):
        if language.code == "en" and close > end + 1 and _opens_relative(units, close, language):
            break  # a professor of law who has worked …: the relative clause is left out
        if is_finite(units[close], language) or units[close].kind == "quote" and units[close].has_verb:
            return end
        close += 1
    first = units[end + 1] if end + 1 < close else None
    if (
        first is None
        or first.pos not in ("DET", "NOUN", "PROPN", "ADJ", "NUM")
        and not (
            language.code == "fr"
            and first.pos == "VERB"
            and first.form == "Part"
            and not first.lower.endswith("ant")
        )
        and not language.has("determiners", first.lower)
    ):
        return end
    if language.code == "de" and (
        _is_relative_clause(units, end + 1, close, language)
        or any(unit.form == "Inf" for unit in units[end + 1 : close])
    ):
        return end
    if (
        language.code == "fr"
        and first.lower in ("de", "d'")
        and any(unit.form == "Inf" for unit in units[end + 2 : min(close, end + 4)])
    ):
        return end  # Il est temps, estime le maire, de partir
    is_age = _is_age(units, end + 1, close, language)
    if (
        first.pos == "SCONJ"
        or is_time(first, language)
        and not is_age
        or starts_phrase(units, end + 1, language)
    ):
        return end
    if close - end > 25 or not _can_be_renamed(units, end, first):
        return end
    goes_on = language.code == "en" and (is_age or _names_state(units, close, high))
    return apposition_end(units, close, high, language) if goes_on else close


def _is_age(units: Sequence[Unit], at: int, close: int, language: Language) -> bool:
    """English *Ann Lee, 52, a nurse*, French *Ann Rey, 52 ans*: digits that are no day."""
    if language.code == "fr":
        return at + 1 < close and units[at + 1].lower == "ans"
    return language.code == "en" and units[at].text.isdigit() and len(units[at].text) < 3 and close == at + 1


def _names_state(units: Sequence[Unit], comma: int, high: int) -> bool:
    """English *a broker in Tampa, Fla.*: the abbreviation goes with the town before it."""
    after = units[comma + 1] if comma + 1 < high else None
    return (
        after is not None and units[comma].text == "," and after.pos == "PROPN" and after.text.endswith(".")
    )


def before_relative(units: list[Unit], language: Language) -> list[Unit]:
    """English *a man who saw it* without the clause: who stands in it is not who speaks."""
    for at in range(1, len(units)):
        if _opens_relative(units, at, language) or units[at].lower == "that":
            return units[:at]
    return units


def restrictive_end(units: Sequence[Unit], end: int, high: int, language: Language) -> int:
    """*un habitant qui vit près du pont*: without a comma the clause says who it is; one that tells is left out in French."""
    if language.code == "en":
        return _english_restriction_end(units, end, high, language)
    if language.code != "fr" or end >= high or units[end].lower not in ("qui", "dont", "où"):
        return end
    marks = (";", ":", ".", "!", "?", "…")
    stop = next((i for i in range(end, high) if is_comma(units[i]) or units[i].text in marks), high)
    clause = units[end:stop]
    tells = any(
        form.verb.takes("c", "q") and not form.verb.takes("w")
        for unit in clause
        if is_finite(unit, language)
        for form in language.forms.get(unit.lower, ())
    )
    is_whole = any(is_finite(unit, language) for unit in clause) and not any(
        unit.kind == "quote" for unit in clause
    )
    return stop if is_whole and not tells and stop - end <= LONGEST_RESTRICTION else end


# Units of a longer relative clause say more than who it is.
LONGEST_RESTRICTION = 12
LONGEST_ENGLISH_RESTRICTION = 25


def _english_restriction_end(units: Sequence[Unit], end: int, high: int, language: Language) -> int:
    """English *said a man who saw it*: where the relative clause ends that begins at ``end``, else ``end``."""
    if not end or end + 1 >= high or units[end - 1].kind == "punctuation":
        return end
    if not _opens_relative(units, end, language) and not (
        units[end].lower == "that" and is_finite(units[end + 1], language)
    ):
        return end
    close = next(
        (i for i in range(end, high) if units[i].kind in ("punctuation", "quote") and units[i].text != "-"),
        high,
    )
    return close if close - end <= LONGEST_ENGLISH_RESTRICTION else end


def behind_relative(units: Sequence[Unit], end: int, language: Language) -> int:
    """German *laut Weber, der dort wohnt,*: the comma that closes a relative clause begun at ``end``; else ``end``."""
    if language.code != "de" or end + 1 >= len(units) or units[end].text != ",":
        return end
    close = next(
        (
            i
            for i in range(end + 1, len(units))
            if units[i].kind == "punctuation" and units[i].text not in "-/&"
        ),
        len(units),
    )
    return close if close > end + 1 and _is_relative_clause(units, end + 1, close, language) else end


def _is_relative_clause(units: Sequence[Unit], start: int, end: int, language: Language) -> bool:
    """German *die auch angab*, *in der er wohnt*: a relative pronoun leads, a verb closes."""
    at = start + 1 if units[start].pos == "ADP" else start
    leads = at < end and language.has("relatives", units[at].lower)
    if not leads or end - at <= 1 or units[end - 1].pos not in ("VERB", "AUX"):
        return False
    finite = next((i for i in range(at, end) if is_finite(units[i], language)), end - 1)
    return all(unit.pos in ("VERB", "AUX") for unit in units[finite:end])  # else a main clause follows


def _opens_relative(units: Sequence[Unit], at: int, language: Language) -> bool:
    unit = units[at]
    return (
        language.has("relatives", unit.lower)
        and unit.pos in ("PRON", "DET", "SCONJ")
        and unit.lower != "that"
    )


def _can_be_renamed(units: Sequence[Unit], end: int, first: Unit) -> bool:
    """An apposition renames a name or is one; *selon son rapport, un groupe …* goes on with something else."""
    if first.pos in ("PROPN", "VERB"):
        return True
    head = units[max(0, end - 8) : end]
    owned = any(unit.lower in OWNED for unit in head[-3:])
    return not owned or any(unit.pos == "PROPN" for unit in head)

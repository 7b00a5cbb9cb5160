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
    if first.pos == "SCONJ" or is_time(first, language) or starts_phrase(units, end + 1, language):
        return end
    if close - end > 25 or not _can_be_renamed(units, end, first):
        return end
    return close


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

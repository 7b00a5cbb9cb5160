"""What an insert in a sentence attributes: the clause behind it, before it, or both halves around it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.bounds import clause_end
from claims.extraction.clauses.german import leads_subordinate
from claims.extraction.found import Range
from claims.extraction.lexicon import Language
from claims.extraction.phrases import is_comma
from claims.extraction.reading import Unit, is_finite


def around(units: Sequence[Unit], start: int, end: int, language: Language) -> list[Range]:
    """What an insert ``[start, end)`` attributes: the clause behind it, before it, or both halves around it."""
    left = start
    while left > 0 and (
        is_comma(units[left - 1])
        or language.has("coordinators", units[left - 1].lower)
        or units[left - 1].pos == "ADV"
        and left <= 3
    ):
        left -= 1
    low = left_bound(units, start, language)
    lead = [
        unit
        for unit in units[low:left]
        if unit.kind != "punctuation" and not language.has("coordinators", unit.lower)
    ]
    right = end
    while right < len(units) and is_comma(units[right]):
        right += 1
    high = clause_end(units, right, language) if right < len(units) else right
    # German: "laut der FT steht in dem Dokument, dass …" still gives the whole clause; the verb comes first.
    trail = [unit for unit in units[right:high] if unit.kind != "punctuation"]
    if not lead:
        return _that_clause(units, right, high, language)
    if not trail:
        return [(low, left)]
    if (
        language.code == "fr"
        and _joins_clause(units, start, language)
        and _stands_alone(units, right, high, language)
    ):
        return [(right, high)]
    if _stands_alone(units, low, left, language) and end < len(units):
        if (
            language.code == "de"
        ):  # without a comma *die* is an article, *bis* a preposition, *jedoch* an adverb
            own = (
                is_comma(units[end])
                and (
                    language.has("relatives", trail[0].lower) or language.has("subordinators", trail[0].lower)
                )
                and any(is_finite(unit, language) for unit in trail)
                or units[end].lower in ("und", "oder", "aber", "denn", "sondern", "doch")
            )
        else:
            own = (
                language.has("relatives", trail[0].lower)
                and not (language.code == "fr" and trail[0].pos == "SCONJ")  # Il est prévu, selon X, que …
                or language.has("coordinators", units[end].lower)
                or language.has("subordinators", trail[0].lower)
            )
        if own or is_comma(units[end]) and _stands_alone(units, right, high, language):
            return [(low, left)]
    if language.code == "fr":
        low = max(low, behind_que(units, start, language))
    below = low > 0 and is_comma(units[low - 1])
    if language.code == "fr" and units[low].lower in ("qui", "dont") and units[low].pos == "PRON":
        below = True
    if below and language.code == "de":
        below = leads_subordinate(units, low, language)
    if below:  # inside a subordinate clause: up to its own end
        high = next((index for index in range(right, high) if is_comma(units[index])), high)
    return [(low, left), (right, high)]


def _joins_clause(units: Sequence[Unit], start: int, language: Language) -> bool:
    """*Le port ferme et, selon la Gazette, le pont aussi fermera*: only the second clause is told."""
    return start > 2 and is_comma(units[start - 1]) and language.has("coordinators", units[start - 2].lower)


def behind_que(units: Sequence[Unit], at: int, language: Language) -> int:
    """*Il est clair que le pont tiendra, comme l'a dit X*: where the clause that X told begins; 0 where it is the whole."""
    verb = False
    for index in range(at - 2, 0, -1):
        if is_comma(units[index]) or units[index].text in (";", ":"):
            return 0
        if units[index].lower in ("que", "qu'") and units[index].pos == "SCONJ":
            return index + 1 if verb else 0
        verb = verb or is_finite(units[index], language)
    return 0


def _that_clause(units: Sequence[Unit], start: int, high: int, language: Language) -> list[Range]:
    """*Laut der FT steht in dem Dokument, dass …*: an empty frame gives way to its clause."""
    if (
        language.code == "de"
        and start < high
        and units[start].lower in ("steht", "heißt", "hieß", "stand", "gilt")
    ):
        for index in range(start, high - 1):
            if is_comma(units[index]) and units[index + 1].lower in ("dass", "daß"):
                return [(index + 2, high)]
    return [(start, high)]


def left_bound(units: Sequence[Unit], start: int, language: Language) -> int:
    """Where the clause around ``start`` begins: after a stop, or at the comma that opens a subordinate clause."""
    if language.code == "fr" and _opens_told_clause(units, start):
        return start
    for index in range(start - 1, -1, -1):
        if units[index].text in (";", ":"):
            return index + 1
        if (
            units[index].lower in ("qui", "dont")
            and units[index].pos == "PRON"
            and (index and is_comma(units[index - 1]) or not is_comma(units[start - 1]) or index == start - 2)
        ):
            return index
        if units[index].text == "," and index + 1 < start:
            first = units[index + 1]
            is_below = first.lower in ("si", "s'il", "bien") or language.code == "de"
            if is_below and _closes_before_verb(units, index + 1, start, language):
                continue
            if language.code == "de" and first.lower in ("da", "weil", "obwohl", "nachdem", "falls"):
                return index + 1
            if language.code == "en" and first.lower not in ("although", "though"):
                continue  # the coast grew, while the hills shrank, according to X
            if first.pos in ("PRON", "SCONJ", "ADP") and (
                language.has("relatives", first.lower) or language.has("subordinators", first.lower)
            ):
                return index + 1
            if language.code == "de" and _is_main_clause(units, index, start, language):
                return index + 1
    return 0


def _opens_told_clause(units: Sequence[Unit], start: int) -> bool:
    """*Le maire affirme que, selon la police, le pont tiendra*: what the police says is told, not the words before."""
    at = start - 1 if start and is_comma(units[start - 1]) else start
    return at > 1 and units[at - 1].lower in ("que", "qu'") and units[at - 1].pos == "SCONJ"


def _is_main_clause(units: Sequence[Unit], comma: int, end: int, language: Language) -> bool:
    """German *er kam, dann ging er …*: a clause on both sides of the comma, the second with its verb in second place."""
    verb = next((i for i in range(comma + 1, end) if is_finite(units[i], language)), -1)
    opening = units[0]
    return (
        verb > comma + 1
        and any(is_finite(unit, language) for unit in units[:comma])
        and not language.has("subordinators", opening.lower)
        and not any(is_comma(unit) for unit in units[comma + 1 : verb])
    )


def _closes_before_verb(units: Sequence[Unit], begin: int, end: int, language: Language) -> bool:
    """*Un tel pont, s'il existait, serait selon X …*: the clause behind the comma is over before the main verb."""
    return any(is_comma(units[i]) and is_finite(units[i + 1], language) for i in range(begin, end - 1))


def _stands_alone(units: Sequence[Unit], start: int, end: int, language: Language) -> bool:
    return any(
        is_finite(unit, language) or unit.kind == "quote" and unit.has_verb for unit in units[start:end]
    )

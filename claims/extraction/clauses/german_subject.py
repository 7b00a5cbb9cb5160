"""Who is the subject of a German verb, where word order alone does not tell: case, pronouns and the parse decide."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.appositions import apposition_end
from claims.extraction.clauses.german import STOPS, stands_in_subordinate
from claims.extraction.dependents import SUBJECTS
from claims.extraction.lexicon import Language
from claims.extraction.phrase_starts import phrase_start
from claims.extraction.phrases import Range, is_comma, phrase_end
from claims.extraction.reading import Unit

NOMINATIVE_PRONOUNS = frozenset({"er", "man", "ich", "wir"})
OBLIQUE_LEADERS = frozenset(
    [
        "den",
        "dem",
        "des",
        "einen",
        "einem",
        "eines",
        "diesen",
        "diesem",
        "dieses",
        "seinen",
        "seinem",
        "ihren",
        "ihrem",
    ]
)
NOMINATIVE_RELATIVES = frozenset({"der", "die", "das", "welcher", "welche", "welches", "was", "wer"})


def prefer_right(units: Sequence[Unit], left: Range, right: Range, verb: int) -> bool:
    """Whether the phrase behind a verb in second place is its subject, and what stands before it an object."""
    if _cannot_be_subject(units, right):
        return False
    if _cannot_be_subject(units, left):
        return True
    if right[1] - right[0] == 1 and units[right[0]].lower in NOMINATIVE_PRONOUNS:
        return True
    if _is_nominative(units, left) or units[right[0]].lower in ("sie", "es", "dies", "das"):
        return False
    if _is_nominative(units, right):
        return True
    return _by_parse(units, right, verb) and not _by_parse(units, left, verb)


def _cannot_be_subject(units: Sequence[Unit], phrase: Range) -> bool:
    words = units[phrase[0] : phrase[1]]
    head = next((unit for unit in words if unit.pos in ("NOUN", "PROPN")), None)
    if words[0].lower == "der" and head is not None and head.gender == "Fem" and head.number == "Sing":
        return True  # Der Zeitung sagte Weber
    if len(words) == 1 and words[0].lower.endswith("end") and words[0].pos != "PROPN":
        return True  # Ergänzend fügte Weber hinzu
    if words[0].lower in OBLIQUE_LEADERS or words[0].lower in ("sich", "ihm", "ihn", "ihr", "mir", "uns"):
        return True
    return not any(unit.pos in ("NOUN", "PROPN", "PRON", "NUM", "QUOTE", "DET", "X") for unit in words)


def _is_nominative(units: Sequence[Unit], phrase: Range) -> bool:
    """*der Minister*: with a masculine singular the article tells."""
    if units[phrase[0]].lower not in ("der", "ein", "dieser"):
        return False
    head = next((unit for unit in units[phrase[0] + 1 : phrase[1]] if unit.pos in ("NOUN", "PROPN")), None)
    return head is not None and head.gender == "Masc" and head.number == "Sing"


def _by_parse(units: Sequence[Unit], phrase: Range, verb: int) -> bool:
    return any(
        unit.relation in SUBJECTS and unit.head not in range(*phrase) for unit in units[phrase[0] : phrase[1]]
    )


def subordinate_subject(units: Sequence[Unit], verb: int, language: Language) -> Range | None:
    """The subject of a verb that ends its clause: *die mitteilte*, *nachdem der Sprecher gesagt hatte*."""
    if not stands_in_subordinate(units, verb, language):
        return None
    low = verb
    while low > 0 and not is_comma(units[low - 1]) and units[low - 1].text not in STOPS:
        low -= 1
    if language.has("coordinators", units[low].lower):
        low += 1
    at = low + 1
    if units[low].pos == "ADP":  # in der er sagte
        at += 1
    pronoun = next((i for i in range(at, verb) if units[i].lower in ("er", "sie", "man", "ich", "wir")), -1)
    if pronoun >= 0:
        return pronoun, pronoun + 1
    relative = language.has("relatives", units[low].lower) or units[low].lower.startswith("welch")
    if relative and units[low].lower in NOMINATIVE_RELATIVES:
        return low, low + 1
    while at < verb and units[at].pos in ("ADV", "PART"):
        at += 1
    if units[at].lower == "unter" and units[at + 1].lower in ("anderem", "anderen"):
        at += 2
    end = phrase_end(units, at, verb, language)
    return (at, end) if end > at else None


def whole_name(units: Sequence[Unit], subject: Range, language: Language) -> Range:
    """A subject with the role before its comma (*Der Leiter des Amts, Max Weber*), without a relative clause behind it."""
    start, end = subject
    for at in range(start + 1, end - 1):
        if is_comma(units[at]) and language.has("relatives", units[at + 1].lower):
            stop = next((i for i in range(at + 1, end) if is_comma(units[i])), end)
            if units[stop - 1].pos in ("VERB", "AUX"):
                end = at
                break
    if start >= 2 and is_comma(units[start - 1]) and end > start:
        head = phrase_start(units, start - 1, 0, language)
        opens = head == 0 or units[head - 1].text in STOPS
        if (
            opens
            and head < start - 1
            and apposition_end(units, start - 1, len(units), language) >= end - 1
            or opens
            and head < start - 1
            and any(unit.pos == "PROPN" for unit in units[start:end])
        ):
            start = head
    return start, end

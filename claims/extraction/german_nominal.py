"""Whose saying a German noun stands for: *Er erteilte den Befehl, …*, *der Appell, …*."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.bounds import clause_end
from claims.extraction.clauses.german import is_reported_clause, leads_subordinate
from claims.extraction.clauses.infinitives import PURPOSE, is_zu_infinitive
from claims.extraction.dependents import subject_by_parse
from claims.extraction.found import span_of
from claims.extraction.lexicon import Language
from claims.extraction.phrases import is_comma, phrase_end
from claims.extraction.reading import Unit, is_finite
from claims.extraction.records import Span

CAN_SPEAK = ("speaking_roles", "bodies", "companies", "publications", "publication_names", "name_titles")


# Units between a noun of saying and the comma before its clause, and verbs that may stand there.
LONGEST_REACH = 7
COPULAS = frozenset({"ist", "war", "sei", "lautet", "lautete", "besteht", "bestand"})
OPENERS = frozenset({"dass", "daß", "wonach", "ob"})


def german_clause(units: Sequence[Unit], noun: int, language: Language) -> int:
    """Where the clause of a noun of saying begins (*die Forderung des Rates, X, … zu …*; *die Frage ist, ob …*), or -1."""
    crossed = is_copula = False  # one apposition may stand between
    index = noun + 1
    while index < min(len(units) - 1, noun + LONGEST_REACH + 10 * crossed):
        unit, following = units[index], units[index + 1]
        if is_finite(unit, language):
            if unit.lower not in COPULAS or index > noun + 3:
                return -1
            is_copula = True
        if is_comma(unit):
            if following.lower in OPENERS:
                return index + 2
            if is_copula or unit.text != ",":
                return -1
            stop = next((i for i in range(index + 1, len(units)) if is_comma(units[i])), len(units))
            if following.lower in PURPOSE or leads_subordinate(units, index + 1, language):
                return -1
            has_zu = any(is_zu_infinitive(units, i) for i in range(index + 1, stop))
            end = clause_end(units, index + 1, language)
            if has_zu or is_reported_clause(units, index + 1, end, language):
                return index + 1
            is_named = any(one.pos == "PROPN" for one in units[index + 1 : stop])
            if crossed or stop == len(units) or not is_named:
                return -1
            crossed, index = True, stop
            continue
        index += 1
    return -1


# Verbs that lend their subject to the noun: *kam zu dem Schluss*, *erhob den Vorwurf*.
LIGHT_VERBS = frozenset(
    [
        "kam",
        "kamen",
        "kommt",
        "kommen",
        "gekommen",
        "erhob",
        "erhoben",
        "erhebt",
        "erteilte",
        "erteilt",
        "erteilten",
    ]
    + [
        "machte",
        "machten",
        "gemacht",
        "äußerte",
        "äußerten",
        "geäußert",
        "vertrat",
        "vertritt",
        "vertreten",
        "zog",
    ]
    + [
        "unterbreitete",
        "unterbreitet",
        "brachte",
        "stellte",
        "stellten",
        "gestellt",
        "gab",
        "gaben",
        "gegeben",
        "richtete",
    ]
)


def german_holder(units: Sequence[Unit], noun: int, language: Language) -> Span | None:
    """The subject of the noun's clause when it can speak (*kam zu dem Schluss, dass …*), else the noun with its article."""
    if noun and units[noun - 1].lower in ("in", "im", "unter"):
        return None  # gerät in Verdacht: others hold it
    verb = _verb_of(units, noun, language)
    for at in (verb, units[verb].head) if verb >= 0 else ():
        subject = subject_by_parse(units, at) if at >= 0 else None
        if subject is None or subject[1] > noun:
            continue
        lends = units[verb].lower in LIGHT_VERBS or any(unit.lower in LIGHT_VERBS for unit in units[noun:])
        if lends or any(_can_speak(unit, language) for unit in units[slice(*subject)]):
            return span_of(units, *subject)
    start = noun
    while start > 0 and (
        units[start - 1].pos in ("ADJ", "DET") or language.has("determiners", units[start - 1].lower)
    ):
        start -= 1
    stop = phrase_end(units, start, len(units), language)
    return span_of(units, start, max(stop, noun + 1))


def _verb_of(units: Sequence[Unit], noun: int, language: Language) -> int:
    """The finite verb nearest before the noun."""
    return next((i for i in range(noun - 1, -1, -1) if is_finite(units[i], language)), -1)


def _can_speak(unit: Unit, language: Language) -> bool:
    return (
        unit.pos == "PROPN"
        or unit.lower in ("er", "sie", "wir", "man")
        or any(language.has(kind, unit.lower) for kind in CAN_SPEAK)
    )

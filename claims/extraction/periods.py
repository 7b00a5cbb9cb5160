"""Finds the month, week or year of a saying, where a report names no day: *in November*, *vergangene Woche*, *en 2024*.

Such words tell of many things, so they count only where they stand for the act itself: at the head of the sentence,
or behind the cue in its own clause. What is to come, or has no year to count from, is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Literal

from claims.extraction.dates import MONTHS, month_number
from claims.extraction.records import Span, Spans
from claims.extraction.when import When

MONTH_BEFORE = {
    "de": r"(?:im|anfang|mitte|ende|letzten|vergangenen|vorigen)(?: monat)? ",
    "en": r"(?:(?:in|during|last)(?: early| mid| late)?[ -]|(?:early|late) in |at the (?:start|end) of )",
    "fr": r"(?:en |dès |courant |début |fin |à la mi-|mi-|(?:au (?:mois|début)|à la fin) d(?:e |'))",
}
# A month of the year before, when the article appears in that month.
GONE = re.compile(r"(?:letzten|vergangenen|vorigen|last) | (?:dernier|passé)$", re.I)
YEARS = {
    "de": r"im jahre? (?P<year>(?:19|20)\d\d)(?!\w)",
    "en": r"(?:back )?in (?P<year>(?:19|20)\d\d)(?![\w-])",
    "fr": r"en (?P<year>(?:19|20)\d\d)(?!\w)",
}
Unit = Literal["week", "month", "year", "weekend"]
# Phrases by what they name and how many of these before that of the article.
RELATIVE: dict[str, dict[tuple[Unit, int], str]] = {
    "de": {
        ("week", 1): r"(?:in der )?(?:vergangenen?|vorigen?|letzten?) woche",
        ("week", 0): r"(?:in )?dieser? woche|(?:anfang|mitte) der woche|zu beginn der woche",
        ("weekend", 0): r"am (?:vergangenen |letzten )?wochenende",
        ("month", 1): r"(?:im )?(?:vergangenen|vorigen|letzten) monat",
        ("month", 0): r"(?:in )?diese[mn] monat|anfang des monats",
        ("year", 1): r"(?:im )?(?:vergangenen|vorigen|letzten) jahr|(?:vergangenes|voriges|letztes) jahr",
        ("year", 0): r"in diesem jahr|dieses jahr|anfang des jahres|zu jahresbeginn",
    },
    "en": {
        ("week", 1): r"(?:late |early |earlier )?last week",
        ("week", 0): r"(?:earlier |late |early )?this week",
        ("weekend", 0): r"(?:over|at|on) the weekend|(?:this|last) weekend",
        ("month", 1): r"(?:late |early )?last month",
        ("month", 0): r"(?:earlier )?this month",
        ("year", 1): r"(?:late |early )?last year",
        ("year", 0): r"(?:earlier )?this year",
    },
    "fr": {
        ("week", 1): r"la semaine (?:dernière|passée)",
        ("week", 0): r"cette semaine|en début de semaine",
        ("weekend", 0): r"(?:ce|durant le|pendant le|le) week-end(?: dernier)?",
        ("month", 1): r"le mois (?:dernier|passé)",
        ("month", 0): r"ce mois-ci|(?:en )?début (?:de|du) mois",
        ("year", 1): r"l'an (?:dernier|passé)|l'année (?:dernière|passée)",
        ("year", 0): r"cette année|en début d'année",
    },
}
# What may stand before such a phrase at the head of a sentence.
HEAD = re.compile(
    r"[\s\"“”„«»()–—-]*(?:(?:already|and|but|back|bereits|schon|noch|und|doch|aber|dès|et|mais|déjà)\s+)?$",
    re.I,
)
# Behind one of these another clause tells of its own time; German puts a comma there.
CLAUSE_END = re.compile(
    r"[,;:(–—]|\b(?:who|which|that|when|while|because|after|before|qui|que|dont|quand|lorsque|après|avant)\b"
)
REACH = 80  # characters behind the cue: a subject of some length may stand between


def find_period(
    text: str, sentence: Span, *, content: Spans, cue: Spans, language: str, published: date | None
) -> When | None:
    """The first month, week or year that a sentence gives for the act of saying; spans count in the text."""
    start, end = sentence
    plain = text[start:end].replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    cues = [(first - start, last - start) for first, last in cue if start <= first < end]
    try:
        for place, found in sorted(_periods(plain, language, published), key=lambda one: one[0]):
            if not any(first <= place + start < last for first, last in content) and (
                HEAD.match(plain[:place]) or any(_follows(plain, place, one) for one in cues)
            ):
                return found
    except (OverflowError, ValueError):  # the article's day stands at an end of the calendar
        pass
    return None


def _follows(plain: str, place: int, cue: Span) -> bool:
    """Whether a phrase stands behind a cue in the clause of the cue."""
    return cue[0] <= place <= cue[1] + REACH and not CLAUSE_END.search(plain, cue[1], max(place, cue[1]))


def _periods(plain: str, language: str, published: date | None) -> Iterator[tuple[int, When]]:
    """Places and times of all that is named and is not to come."""
    named = [*_months(plain, language, published), *_years(plain, language)]
    for place, found in [*named, *(_counted(plain, language, published) if published else ())]:
        if published is None or found.first <= published:
            yield place, found


def _months(plain: str, language: str, published: date | None) -> Iterator[tuple[int, When]]:
    for match in _month_pattern(language).finditer(plain):
        number, year = month_number(match["month"].lower(), language), match["year"]
        if year:
            yield match.start(), When(date(int(year), number, 1), "month")
        elif published and not match["coming"]:
            is_gone = (
                number > published.month or number == published.month and bool(GONE.search(match.group()))
            )
            yield match.start(), When(date(published.year - is_gone, number, 1), "month")


@cache
def _month_pattern(language: str) -> re.Pattern[str]:
    names = "|".join(name for month in MONTHS[language].split() for name in month.split("|"))
    return re.compile(
        rf"(?<!\w){MONTH_BEFORE[language]}(?P<month>{names})(?!\w)\.?(?:,? (?:of |de )?(?P<year>(?:19|20)\d\d)(?!\w))?"
        r"(?: (?:dernier|passé)(?!\w))?(?P<coming> prochain)?",
        re.I,
    )


def _years(plain: str, language: str) -> Iterator[tuple[int, When]]:
    for match in re.finditer(rf"(?<!\w){YEARS[language]}", plain, re.I):
        yield match.start(), When(date(int(match["year"]), 1, 1), "year")


def _counted(plain: str, language: str, published: date) -> Iterator[tuple[int, When]]:
    for (unit, back), pattern in _relative(language):
        for match in pattern.finditer(plain):
            yield match.start(), _back(published, unit, back)


@cache
def _relative(language: str) -> tuple[tuple[tuple[Unit, int], re.Pattern[str]], ...]:
    return tuple(
        (named, re.compile(rf"(?<!\w)(?:{phrases})(?![\w-])", re.I))
        for named, phrases in RELATIVE[language].items()
    )


def _back(day: date, unit: Unit, number: int) -> When:
    """The week, month or year so many before that of a day; the week of its last weekend."""
    if unit == "weekend":
        return When.of(day - timedelta(days=(day.weekday() - 5) % 7), "week")
    if unit == "week":
        return When.of(day - timedelta(days=7 * number), "week")
    if unit == "year":
        return When(date(day.year - number, 1, 1), "year")
    year, month = divmod(day.year * 12 + day.month - 1 - number, 12)
    return When(date(year, month + 1, 1), "month")

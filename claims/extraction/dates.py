"""Finds the day of a saying near its cue: a date, *yesterday*, or a weekday counted back from the article's day.

A day is given only when the words tell it: a day to come (*next Friday*) is never the day on which something was said.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

WEEKDAYS = {
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
}
# Each month with its short forms, in the order of the year.
MONTHS = {
    "de": "januar|jan jänner|jän februar|feb|febr märz|mrz april|apr mai juni|jun juli|jul august|aug september|sep|sept "
    "oktober|okt november|nov dezember|dez",
    "en": "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept "
    "october|oct november|nov december|dec",
    "fr": "janvier|janv février|févr|fevrier mars avril|avr mai juin juillet|juil août|aout septembre|sept "
    "octobre|oct novembre|nov décembre|déc",
}
# Words for a day by its distance from the article's day.
RELATIVE = {
    "de": {"vorgestern": 2, "gestern": 1, "heute": 0},
    "en": {
        "day before yesterday": 2,
        "yesterday": 1,
        "last night": 1,
        "today": 0,
        "this morning": 0,
        "tonight": 0,
    },
    "fr": {"avant-hier": 2, "hier": 1, "aujourd'hui": 0, "ce matin": 0, "ce soir": 0, "cet après-midi": 0},
}
# Words for a day by its distance from the day that the text named last: *on the same day*, *the day before*. Where a
# noun follows (*the day before the vote*) the day is that of something else.
OF_THE_LAST = {
    "de": {
        0: "am (?:selben|gleichen) tag(?! wie)",
        -1: "(?:tags|am tag) zuvor|am vortag(?! de[rs])",
        1: "(?:tags|am tag) darauf|am (?:nächsten|folgenden) tag|am folgetag",
    },
    "en": {
        0: "(?:the|that) same day(?! (?:as|that))",
        -1: "(?:the|a) day (?:before|earlier)(?=[,.;:)]|$| (?:in|at|on|to|by|and|with|during|that)(?!\\w))|the previous day",
        1: "(?:the|a) day (?:after|later)(?=[,.;:)]|$| (?:in|at|on|to|by|and|with|during|that)(?!\\w))|the (?:next|following) day",
    },
    "fr": {
        0: "le (?:même jour|jour même)(?! (?:que|où|d[eu']))|ce jour-là",
        -1: "(?<!de )la veille(?! (?:d[eu]|des|où)(?!\\w)| d')",
        1: "(?<!de )le lendemain(?! (?:d[eu]|des|où)(?!\\w)| d')",
    },
}
# German joins the time of day to the weekday: Samstagmorgen.
PARTS = {"de": "(?:morgen|vormittag|mittag|nachmittag|abend|nacht|s)?", "en": "(?:'s)?", "fr": ""}
# Before or behind a weekday: the one of the week before, when the article appears on that day.
PAST_BEFORE = {"de": "(?:vergangene[nr]?|vorige[nr]?|letzte[nr]?)", "en": "(?:last|past)", "fr": "(?!)"}
PAST_AFTER = {"de": "(?!)", "en": "(?!)", "fr": "(?:dernier|passé)"}
COMING_BEFORE = {
    "de": "(?:kommende[nr]?|nächste[nr]?|bis|ab)",
    "en": "(?:next|coming|until|by|this coming)",
    "fr": "(?:d'ici|dès)",
}
COMING_AFTER = {"de": "(?!)", "en": "(?!)", "fr": "(?:prochain)"}


def find_day(text: str, *, language: str, published: date | None, before: str = "") -> date | None:
    """The day that a stretch of text names, or None; a weekday is the last one up to ``published``.

    *The same day*, *the next day* count from the day that ``before``, the text in front of the stretch, names last.

    >>> find_day("sagte er am Freitag", language="de", published=date(2025, 11, 17))
    datetime.date(2025, 11, 14)
    """
    try:
        plain = _plain(text)
        return _find(plain, language, published) or _from_last(plain, language, published, before)
    except OverflowError:  # the article's day stands at an end of the calendar
        return None


def _plain(text: str) -> str:
    return text.lower().replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")


def _find(plain: str, language: str, published: date | None) -> date | None:
    full = _full_date(plain, language, published)
    if full or published is None:
        return full
    for phrase, back in RELATIVE[language].items():
        if re.search(rf"(?<!\w){phrase}(?!\w)", plain):
            return published - timedelta(days=back)
    return _last_weekday(plain, language, published)


def _from_last(plain: str, language: str, published: date | None, before: str) -> date | None:
    """The day that *the same day* or *the next day* means after the text before it; none that is yet to come."""
    shift = days_from_last(plain, language=language)
    if shift is None:
        return None
    last = None
    for sentence in _ENDS.split(_plain(before)):
        further = days_from_last(sentence, language=language)
        found = _find(sentence, language, published)
        last = found or (last + timedelta(days=further) if last and further is not None else last)
    day = last and last + timedelta(days=shift)
    return None if day and published and day > published else day


# An end behind a word and before none that is a number, so that *am 3. Mai* and *Nov. 3* stay whole.
_ENDS = re.compile(r"(?<=[^\W\d]{3})[.!?]\s(?!\d)|\n")


def days_from_last(text: str, *, language: str) -> int | None:
    """How many days behind the one named last a phrase such as *the next day* leads, or None without such a phrase."""
    plain = _plain(text)
    return next((days for days, pattern in _shifts(language) if pattern.search(plain)), None)


@cache
def _shifts(language: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple(
        (days, re.compile(rf"(?<!\w)(?:{phrases})(?!\w)")) for days, phrases in OF_THE_LAST[language].items()
    )


def _last_weekday(plain: str, language: str, published: date) -> date | None:
    for match in _weekday(language).finditer(plain):
        if match["coming"] or match["to_come"]:
            continue
        days = WEEKDAYS[language].split()
        wanted = 5 if match["day"] == "sonnabend" else days.index(match["day"])
        back = (published.weekday() - wanted) % 7
        if not back and (match["past"] or match["gone"]):
            back = 7
        return published - timedelta(days=back)
    return None


@cache
def _weekday(language: str) -> re.Pattern[str]:
    names = "|".join([*WEEKDAYS[language].split(), *(["sonnabend"] if language == "de" else [])])
    return re.compile(
        rf"(?:(?<!\w)(?P<past>{PAST_BEFORE[language]}) )?(?:(?<!\w)(?P<coming>{COMING_BEFORE[language]}) (?:zum )?)?"
        rf"(?<!\w)(?P<day>{names}){PARTS[language]}(?!\w)"
        rf"(?: (?:(?P<gone>{PAST_AFTER[language]})|(?P<to_come>{COMING_AFTER[language]})))?"
    )


def _full_date(plain: str, language: str, published: date | None) -> date | None:
    """The first date with a day and a month that is not later than the article."""
    for pattern in _dates(language):
        for match in pattern.finditer(plain):
            found = _day_of(match.groupdict(), language, published)
            if found and (published is None or found <= published + timedelta(days=1)):
                return found
    return None


@cache
def _dates(language: str) -> tuple[re.Pattern[str], ...]:
    names = "|".join(name for month in MONTHS[language].split() for name in month.split("|"))
    year = r"(?P<year>\d{4})(?!\d)"
    day = r"(?<![\d.,])(?P<day>\d{1,2})"
    patterns = [
        rf"{day}(?:\.|er|st|nd|rd|th)? ?(?:of )?(?P<month>{names})(?!\w)\.?(?:,? {year})?",
        r"(?<!\d)(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})(?!\d)",
    ]
    if language == "en":
        patterns.insert(
            0, rf"(?<!\w)(?P<month>{names})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? {year})?"
        )
    if language == "de":
        patterns.append(rf"{day}\. ?(?P<number>\d{{1,2}})\. ?{year}")
        patterns.append(rf"{day}\.(?P<number>\d{{1,2}})\.(?!\d)(?P<year>)")
    if language == "fr":
        patterns.append(rf"{day}/(?P<number>\d{{1,2}})/{year}")
    return tuple(re.compile(pattern) for pattern in patterns)


def _day_of(parts: dict[str, str | None], language: str, published: date | None) -> date | None:
    """The date of a match; a year that is left out is the last in which the day was not yet to come."""
    year, number = parts.get("year"), parts.get("number")
    month = int(number) if number else month_number(parts.get("month") or "", language)
    if not year and published is None or not parts["day"]:
        return None
    try:
        if year:
            return date(int(year), month, int(parts["day"]))
        assert published is not None
        found = date(published.year, month, int(parts["day"]))
        return (
            found if found <= published + timedelta(days=1) else date(found.year - 1, found.month, found.day)
        )
    except ValueError:  # 31 February, month 17, 29 February of another year
        return None


@cache
def month_number(name: str, language: str) -> int:
    """Number of a month by any of its forms, 0 when it is none."""
    number = 0
    for month in MONTHS[language].split():
        if month != "jänner|jän":  # Austrian for Januar
            number += 1
        if name in month.split("|"):
            return number
    return 0

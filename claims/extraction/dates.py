"""Finds the day of a saying near its cue: a weekday, *yesterday*, or a date, counted back from the article's day."""

from __future__ import annotations

import re
from datetime import date, timedelta

WEEKDAYS = {
    "de": ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"],
    "en": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
}
MONTHS = {
    "de": [
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ],
    "en": [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
}
RELATIVE = {
    "de": {"heute": 0, "gestern": 1, "vorgestern": 2, "am selben tag": 0},
    "en": {"today": 0, "yesterday": 1},
    "fr": {"aujourd'hui": 0, "hier": 1, "avant-hier": 2},
}
PARTS = {"de": "(?:morgen|vormittag|mittag|nachmittag|abend|nacht)?", "en": "", "fr": ""}


def find_day(text: str, *, language: str, published: date | None) -> date | None:
    """The day that a stretch of text names, or None. A weekday is the last one up to ``published``."""
    plain = text.lower().replace("’", "'")
    full = _full_date(plain, language, published)
    if full or published is None:
        return full
    for phrase, back in RELATIVE[language].items():
        if re.search(rf"(?<!\w){phrase}(?!\w)", plain):
            return published - timedelta(days=back)
    names = "|".join(WEEKDAYS[language])
    extra = "|sonnabend" if language == "de" else ""
    match = re.search(rf"(?<!\w)({names}{extra}){PARTS[language]}(?!\w)", plain)
    if not match:
        return None
    wanted = 5 if match.group(1) == "sonnabend" else WEEKDAYS[language].index(match.group(1))
    return published - timedelta(days=(published.weekday() - wanted) % 7)


def _full_date(plain: str, language: str, published: date | None) -> date | None:
    months = "|".join(MONTHS[language])
    if language == "en":
        match = re.search(
            rf"(?<!\w)({months})\.? (\d{{1,2}})(?:st|nd|rd|th)?(?:,? (\d{{4}}))?(?!\d)", plain
        ) or re.search(rf"(?<!\d)(\d{{1,2}}) ({months})(?: (\d{{4}}))?", plain)
    else:
        match = re.search(rf"(?<!\d)(\d{{1,2}})(?:\.|er)? ({months})(?: (\d{{4}}))?", plain)
    if not match:
        return None
    first, second, year = match.groups()
    day, month = (int(second), first) if second.isdigit() else (int(first), second)
    number = MONTHS[language].index(month) + 1
    if year is None and published is None:
        return None
    try:
        found = date(int(year) if year else published.year if published else 1, number, day)
        if year is None and published and found > published + timedelta(days=1):
            found = date(found.year - 1, number, day)
    except ValueError:
        return None
    return found

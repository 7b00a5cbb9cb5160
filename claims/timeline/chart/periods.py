"""Time cut into columns: days while there are few, else weeks, months or years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

MOST_COLUMNS = 31  # narrower ones than a month of days leave a mark no room for its number


@dataclass(frozen=True, slots=True)
class Period:
    """Days from first to last, both included; both None is the day unknown."""

    first: date | None
    last: date | None

    def holds(self, day: date | None) -> bool:
        if day is None or self.first is None or self.last is None:
            return day is self.first
        return self.first <= day <= self.last


def periods(days: Iterable[date | None]) -> tuple[Period, ...]:
    """The periods in which something was said, in order; empty ones are left out, the unknown day comes last."""
    given = set(days)
    known = sorted(day for day in given if day)
    unknown = (Period(None, None),) if None in given else ()
    for cut in (_day, _week, _month, _year):
        found = sorted({cut(day) for day in known}, key=lambda period: period.first or date.min)
        if len(found) <= MOST_COLUMNS:
            break
    return (*(found if len(found) <= MOST_COLUMNS else _together(found)), *unknown)


def _day(day: date) -> Period:
    return Period(day, day)


def _week(day: date) -> Period:
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def _month(day: date) -> Period:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return Period(day.replace(day=1), following - timedelta(days=1))


def _year(day: date) -> Period:
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))


def _together(years: list[Period]) -> tuple[Period, ...]:
    """More years than columns: as many of them together as it takes."""
    size = -(-len(years) // MOST_COLUMNS)
    groups = [years[start : start + size] for start in range(0, len(years), size)]
    return tuple(Period(group[0].first, group[-1].last) for group in groups)

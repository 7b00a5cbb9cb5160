"""A time that is known to the day, or to the week, the month or the year only.

A month is never its first day: whoever places it in time asks for ``first`` and ``last``, whoever prints it for ``str``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, cast, get_args

Precision = Literal["day", "week", "month", "year"]
ISO = re.compile(r"(\d{4})(?:-W(\d{2})|-(\d{2})(?:-(\d{2}))?)?")
PRECISIONS: tuple[Precision, ...] = get_args(Precision)  # the finest first


@dataclass(frozen=True, slots=True)
class When:
    """``first`` is its first day: a Monday for a week, the first of a month or year. Raises ValueError for another day.

    They sort by their first days, the coarser before the finer; ``str`` is ISO 8601 as far as it is known.
    """

    first: date
    precision: Precision = "day"

    def __post_init__(self) -> None:
        if self.first != _begin(self.first, self.precision):
            raise ValueError(f"{self.first} is no beginning of a {self.precision}")

    @classmethod
    def of(cls, day: date, precision: Precision = "day") -> When:
        """The week, month or year that a day lies in."""
        return cls(_begin(day, precision), precision)

    @property
    def last(self) -> date:
        """Its last day; that of the calendar where it would end behind it."""
        if self.precision == "day":
            return self.first
        if self.precision == "week":
            return self.first + timedelta(days=min(6, (date.max - self.first).days))
        months = 1 if self.precision == "month" else 12
        year, month = divmod(self.first.year * 12 + self.first.month - 1 + months, 12)
        return date(year, month + 1, 1) - timedelta(days=1) if year <= date.max.year else date.max

    def holds(self, other: When) -> bool:
        """Whether all of another lies in it: what is said of the other fits this one, too."""
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: When) -> bool:
        """Whether the two may be one time."""
        return self.first <= other.last and other.first <= self.last

    def __lt__(self, other: When) -> bool:
        return self._place < other._place

    @property
    def _place(self) -> tuple[date, int]:
        return self.first, -PRECISIONS.index(self.precision)

    def __str__(self) -> str:
        if self.precision == "week":
            year, week, _ = self.first.isocalendar()
            return f"{year:04}-W{week:02}"
        return self.first.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]


def _begin(day: date, precision: Precision) -> date:
    if precision == "week":
        return day - timedelta(days=min(day.weekday(), (day - date.min).days))
    return {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}[precision]


def when(first: date | None, precision: str | None) -> When | None:
    """The two fields that a time is kept in as one value; without a precision it is known to the day."""
    return When(first, cast(Precision, precision or "day")) if first else None


def iso_time(text: str) -> When | None:
    """The time that ``str`` wrote, or None for any other text."""
    written = ISO.fullmatch(text)
    if not written:
        return None
    year, week, month, day = (int(part) if part else None for part in written.groups())
    try:
        if week:
            return When(date.fromisocalendar(year or 0, week, 1), "week")
        precision: Precision = "day" if day else "month" if month else "year"
        return When(date(year or 0, month or 1, day or 1), precision)
    except ValueError:  # the 31st of February, a week that the year lacks
        return None


NEVER = When(date.max)  # sorts behind every time, as the unknown one does

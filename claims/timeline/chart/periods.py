"""Time cut into columns: days while there are few, else weeks, months or years.

What is known less precisely than the columns are cut stands in a band of its own: a month between days is none of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from claims.extraction.when import NEVER, PRECISIONS, Precision, When

MOST_COLUMNS = 31  # narrower ones than a month of days leave a mark no room for its number


@dataclass(frozen=True, slots=True)
class Period:
    """Days from first to last, both included; both None is the day unknown.

    ``cut`` is what it holds at the coarsest, and in a band it holds nothing else.
    """

    first: date | None
    last: date | None
    cut: Precision = "day"
    is_band: bool = False

    @property
    def band(self) -> When | None:
        """What a band stands for; None for a column of the cut."""
        return When(self.first, self.cut) if self.is_band and self.first else None

    def holds(self, when: When | None) -> bool:
        if when is None or self.first is None or self.last is None:
            return when is None and self.first is None
        if self.is_band:
            return when == self.band
        return not _is_coarser(when, self.cut) and self.first <= when.first <= self.last


def periods(times: Iterable[When | None]) -> tuple[Period, ...]:
    """The periods in which something was said, in order; empty ones are left out, the unknown day comes last."""
    given = set(times)
    known = sorted(when for when in given if when)
    unknown = (Period(None, None),) if None in given else ()
    for cut in PRECISIONS:
        found = sorted({_column(when, cut) for when in known}, key=_place)
        if len(found) <= MOST_COLUMNS:
            return (*found, *unknown)
    return (*_together(found), *unknown)


def _is_coarser(when: When, cut: Precision) -> bool:
    return PRECISIONS.index(when.precision) > PRECISIONS.index(cut)


def _column(when: When, cut: Precision) -> Period:
    """The column of a time; a week stands in the month and year of its Monday."""
    own = when if _is_coarser(when, cut) else When.of(when.first, cut)
    return Period(own.first, own.last, own.precision, is_band=_is_coarser(when, cut))


def _place(period: Period) -> tuple[When, bool]:
    """Columns stand by their first days, a band before what may lie in it."""
    return When(period.first, period.cut) if period.first else NEVER, not period.is_band


def _together(years: list[Period]) -> tuple[Period, ...]:
    """More years than columns: as many of them together as it takes."""
    size = -(-len(years) // MOST_COLUMNS)
    groups = [years[start : start + size] for start in range(0, len(years), size)]
    return tuple(replace(group[0], last=group[-1].last) for group in groups)

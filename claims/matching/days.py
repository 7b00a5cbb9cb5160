"""When each report has it that something was said, also where it only says *on the same day* as another saying.

That other saying often has its day in other reports alone: only the whole story tells which day is meant.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from claims.extraction.when import When
from claims.matching.reported import ReportedClaim, ReportedWording

Day = tuple[ReportedClaim, ReportedWording]


def times_told(claims: Sequence[ReportedClaim]) -> dict[str, When]:
    """The time of every wording that has one, by its key; what is nested in another saying has none of its own."""
    told = {
        wording.key: when
        for claim in claims
        for wording in claim.wordings
        if (when := time_of(wording)) and not wording.nested
    }
    return told | {key: When(day) for key, day in _counted(claims).items()}


def time_of(wording: ReportedWording) -> When | None:
    """As precisely as the report gives it."""
    return When(wording.said_on) if wording.said_on else wording.said_in


def _counted(claims: Sequence[ReportedClaim]) -> dict[str, date]:
    """The days that are counted from the last saying before them, in their article, whose day is known."""
    waiting = [
        (claim, wording)
        for claim in claims
        for wording in claim.wordings
        if wording.days_from_last is not None and not wording.said_on and not wording.nested
    ]
    if not waiting:
        return {}
    known = {claim.key: day for claim in claims if (day := _most_given(claim.wordings))}
    by_article: dict[str, list[Day]] = defaultdict(list)
    for claim in claims:
        for wording in claim.wordings:
            by_article[wording.article].append((claim, wording))
    counted: dict[str, date] = {}
    for claim, wording in waiting:
        before = [
            (other.spans, other.key, other.said_on or known[one.key])
            for one, other in by_article[wording.article]
            if one.key != claim.key and one.key in known and other.spans < wording.spans
        ]
        if before:
            counted[wording.key] = max(before)[2] + timedelta(days=wording.days_from_last or 0)
    return counted


def _most_given(wordings: Iterable[ReportedWording]) -> date | None:
    """The day that most reports give, the earliest of equals."""
    named = {(one.article, one.said_on) for one in wordings if one.said_on and not one.nested}
    counts = Counter(day for _, day in named if day)
    return min(counts, key=lambda day: (-counts[day], day), default=None)

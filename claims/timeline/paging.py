"""A long list cut into pages, each of whole claims under their days. Django-free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from claims.timeline.values import ClaimLine, Day

PAGE = 50  # claims; 2,000 of them come in forty pages of some 10 kB compressed


@dataclass(frozen=True, slots=True)
class Page:
    """`number` and `last` are counted from 1, `first_claim` and `last_claim` too."""

    days: tuple[Day, ...]
    number: int
    last: int
    first_claim: int
    last_claim: int
    total: int

    @property
    def before(self) -> int:
        return self.number - 1

    @property
    def after(self) -> int:
        return self.number + 1


def page_of(claims: Sequence[ClaimLine], number: int | None, *, holding: int | None = None) -> Page:
    """The page of this number, else the one that holds a claim, else the first; beyond the last comes the last."""
    last = max(1, -(-len(claims) // PAGE))
    place = next((index for index, claim in enumerate(claims) if claim.id == holding), 0)
    number = min(max(number or place // PAGE + 1, 1), last)
    start = (number - 1) * PAGE
    own = claims[start : start + PAGE]
    days = tuple(Day(date=day, claims=tuple(group)) for day, group in groupby(own, lambda one: one.said_on))
    return Page(days, number, last, start + bool(own), start + len(own), len(claims))

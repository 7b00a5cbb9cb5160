"""A long list cut into pages, each of whole entries under their days. Django-free."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from claims.extraction.when import When
from claims.timeline.disputes import Entry
from claims.timeline.values import ClaimLine

PAGE = 50  # claims at most; 2,000 of them come in some forty pages of 10 kB compressed


@dataclass(frozen=True, slots=True)
class ListedDay:
    """The entries that stand under one day, week, month or year; ``when`` None is the day unknown."""

    when: When | None
    entries: tuple[Entry, ...]

    @property
    def claims(self) -> tuple[ClaimLine, ...]:
        return tuple(claim for entry in self.entries for claim in entry.claims)


@dataclass(frozen=True, slots=True)
class Page:
    """`number` and `last` are counted from 1, `first_claim` and `last_claim` too."""

    days: tuple[ListedDay, ...]
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


def page_of(entries: Sequence[Entry], number: int | None, *, holding: int | None = None) -> Page:
    """The page of this number, else the one that holds a claim, else the first; beyond the last comes the last."""
    pages = list(_pages(entries)) or [[]]
    place = next((at for at, own in enumerate(pages) if any(holding in entry.ids for entry in own)), 0)
    number = min(max(number or place + 1, 1), len(pages))
    own = pages[number - 1]
    before = sum(_claims(page) for page in pages[: number - 1])
    days = tuple(ListedDay(when, tuple(group)) for when, group in groupby(own, lambda entry: entry.when))
    return Page(days, number, len(pages), before + bool(own), before + _claims(own), _claims(entries))


def _pages(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Pages of at most so many claims; an entry is never torn."""
    page: list[Entry] = []
    for entry in entries:
        if page and _claims(page) + len(entry.claims) > PAGE:
            yield page
            page = []
        page.append(entry)
    if page:
        yield page


def _claims(entries: Sequence[Entry]) -> int:
    return sum(len(entry.claims) for entry in entries)

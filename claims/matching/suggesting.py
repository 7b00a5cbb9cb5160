"""Which stories a new report may belong to: what it is about, whom it names and when it appeared.

A report is kept as a few dozen traits (concepts of the interlingua, names by their sound, bodies), the same in three
languages, so that an index finds the reports that share its rare ones; only those are compared. A story is as near
as its nearest two reports are. Nothing is decided here: people choose, and get the reasons in words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp, log, sqrt
from typing import Generic, TypeVar

from claims.matching.concepts import tables
from claims.matching.names import skeleton
from claims.matching.reading import Reading, Unit, read
from claims.matching.reasons import Reason, because
from claims.matching.themes import is_theme
from claims.matching.words import fold

Story = TypeVar("Story", bound=Hashable)

VERSION = "1"  # of the traits; to be raised when the same report would get others
LONGEST = (
    6000  # characters of a text that are read: what a report is about stands in its first thousand words
)
MOST = 60  # traits that are kept of a report, the weightiest
RAREST = 24  # of a report's traits, at most, by which others are looked for
FOUND = 1000  # reports that these may find together; from then on a mark is too common to tell much
# Concepts of these tables say when, how much and who said it, in any story.
ANYWHERE = frozenset({"speech", "time", "quantities", "pronouns"})
NEAREST = 2  # reports of a story that tell how near it is: one alone may share a name by chance
# Nearness from which a story is suggested. Measured with every report left out in turn (benchmarks.suggesting): the
# right story comes first for all 56 reports of 16 stories (the tests' own events, the sample, five real reports), at
# .39 or more, and another of them is nowhere nearer than .15. Of 254 reports of everyday news, each on its own event,
# 12 are suggested another, mostly of the same affair.
SUGGESTED = 0.25
MOST_SUGGESTED = 3  # more would be no help to choose
# What is left of the nearness when a report appears long before or after all others of a story, and how many days
# take away most of the rest; news of one affair mostly stands within a month.
LATE, MONTH = 0.6, 30.0
OTHERS = 20  # stories taken to be there besides: of two stories alone, what both share would pass for common
TOLD = 5  # shared traits that a reason names


@dataclass(frozen=True, slots=True)
class Trait:
    """``mark`` is the same in all languages; ``printed`` is how this report has it; ``weight`` grows with its number."""

    mark: str
    printed: str
    weight: float


@dataclass(frozen=True, slots=True)
class Other(Generic[Story]):
    """A report that has a story: its marks with their weights."""

    story: Story
    published: date | None
    marks: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Suggestion(Generic[Story]):
    """``score``: the share (0 to 1) of what is particular about the report that the story's reports tell of, too."""

    story: Story
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many of all stories have each mark; one that has no number is as rare as can be."""

    stories: int
    having: Mapping[str, int]

    def of(self, mark: str) -> float:
        return log(1 + (self.stories + OTHERS) / max(1, self.having.get(mark, 1))) ** 2


def traits_of(title: str, text: str, language: str) -> tuple[Trait, ...]:
    """What a report is about, the weightiest first; the title's words count once more."""
    counts: Counter[str] = Counter()
    weights: dict[str, float] = {}
    printed: dict[str, str] = {}
    for piece in (title, *_pieces(text[:LONGEST])):
        for mark, unit in _marks(read(piece, language)):
            counts[mark] += 1
            weights[mark] = unit.weight / max(1, len(unit.concepts))  # a word of many senses tells little
            printed.setdefault(mark, unit.printed)
    found = [Trait(mark, printed[mark], round(weights[mark] * sqrt(counts[mark]), 3)) for mark in counts]
    return tuple(sorted(found, key=lambda one: (-one.weight, one.mark))[:MOST])


def _pieces(text: str) -> list[str]:
    """Paragraphs: pieces that are read at once."""
    return [piece for piece in text.split("\n") if piece.strip()]


def _marks(reading: Reading) -> Iterator[tuple[str, Unit]]:
    for unit in reading.units:
        if unit.kind == "name":
            body = next((one for one in sorted(unit.concepts) if one.startswith("@")), "")
            yield body or f"~{skeleton(fold(unit.printed))}", unit
        elif unit.is_place or is_theme(unit):
            for concept in sorted(unit.concepts):
                if tables().get(concept) not in ANYWHERE:
                    yield concept, unit


def rarest(traits: Iterable[Trait], rarity: Rarity, reports: Mapping[str, int]) -> list[str]:
    """The marks by which reports on the same are looked for; ``reports`` is how many of them have each mark."""
    ranked = sorted(traits, key=lambda one: (-one.weight * rarity.of(one.mark), one.mark))
    marks: list[str] = []
    found = 0
    for one in ranked[:RAREST]:
        found += reports.get(one.mark, 0)
        if marks and found > FOUND:
            break
        marks.append(one.mark)
    return marks


def suggest(
    traits: Sequence[Trait],
    published: date | None,
    others: Iterable[Other[Story]],
    rarity: Rarity,
    *,
    least: float = SUGGESTED,
    most: int = MOST_SUGGESTED,
) -> tuple[Suggestion[Story], ...]:
    """The stories that a report may belong to, the best first; whatever the order of the others, the same."""
    by_story: dict[Story, list[tuple[float, Other[Story]]]] = defaultdict(list)
    for other in others:
        by_story[other.story].append((_nearness(traits, other, rarity), other))
    found = [_suggestion(traits, published, story, near, rarity) for story, near in by_story.items()]
    good = [one for one in found if one.score >= least]
    return tuple(sorted(good, key=lambda one: (-one.score, str(one.story)))[:most])


def _nearness(traits: Iterable[Trait], other: Other[Story], rarity: Rarity) -> float:
    whole = shared = 0.0
    for one in traits:
        worth = rarity.of(one.mark)
        whole += one.weight * worth
        shared += min(one.weight, other.marks.get(one.mark, 0.0)) * worth
    return shared / whole if whole else 0.0


def _suggestion(
    traits: Iterable[Trait],
    published: date | None,
    story: Story,
    near: Iterable[tuple[float, Other[Story]]],
    rarity: Rarity,
) -> Suggestion[Story]:
    ranked = sorted(near, key=lambda row: (-row[0], str(row[1].published), sorted(row[1].marks)))
    best = ranked[:NEAREST]
    days = [abs((published - one.published).days) for _, one in ranked if published and one.published]
    gap = min(days, default=None)
    freshness = 1.0 if gap is None else LATE + (1 - LATE) * exp(-gap / MONTH)
    score = round(freshness * sum(value for value, _ in best) / len(best), 2)
    return Suggestion(story, score, (_shared(traits, [one for _, one in best], rarity), *_dated(gap)))


def _shared(traits: Iterable[Trait], others: Sequence[Other[Story]], rarity: Rarity) -> Reason:
    """What both tell of, the most particular first, in the words of the new report."""
    common = [one for one in traits if any(one.mark in other.marks for other in others)]
    common.sort(key=lambda one: (-one.weight * rarity.of(one.mark), one.mark))
    words = list(dict.fromkeys(one.printed for one in common))[:TOLD]
    return because("suggested.shared", words=", ".join(words))


def _dated(gap: int | None) -> Iterator[Reason]:
    if gap == 0:
        yield because("suggested.same-day")
    elif gap is not None:
        yield because("suggested.days" if gap > 1 else "suggested.day", days=str(gap))

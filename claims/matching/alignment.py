"""Which unit of one wording says the same as which unit of another, and how much of each side that covers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from claims.matching.embedding import forget_with, lifted
from claims.matching.names import likeness
from claims.matching.near import are_near
from claims.matching.reading import Reading, Unit

# Letter-pair likeness from which two words that no lexicon explains pass for one: cognates, and names. Chosen on
# one half of the tuning pairs in steps of .02; lower, chance likenesses of short words come in.
COGNATE = 0.62
NAME = 0.7
# Worth of two words of two languages that are both left over and in no lexicon: .3 to .5 raise the average precision
# on both halves of the tuning pairs by .003, 0 punishes what the lexicon lacks.
UNEXPLAINED = 0.5
NEAR = 0.7  # worth of two concepts that two reporters may choose for one fact
ABBREVIATED = 0.8  # worth of two numbers of which one leaves its scale or its century to the reader


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """``pairs``: places in a and in b with their worth; ``covers_a``: weighted share of a that has a partner.

    ``likeness`` (0 to 1) is the harmonic mean of both shares, and what a model of meanings adds where one is used.
    """

    pairs: tuple[tuple[int, int, float], ...]
    covers_a: float
    covers_b: float
    likeness: float

    @property
    def containment(self) -> float:
        """How far the better covered side is part of the other, 0 to 1."""
        return max(self.covers_a, self.covers_b)


@lru_cache(maxsize=100_000)
def align(a: Reading, b: Reading) -> Alignment:
    """The best partners of each unit, taken greedily: the most alike first, then those at like places."""
    same_language = a.language == b.language
    length_a, length_b = len(a.units) or 1, len(b.units) or 1
    candidates = sorted(
        (
            -worth,
            abs(x.place / length_a - y.place / length_b),
            sorted((x.text, y.text)),
            x.place + y.place,
            x.place,
            y.place,
        )
        for x in a.units
        for y in b.units
        if (worth := worth_of(x, y, same_language)) > 0
    )
    taken_a: dict[int, float] = {}
    taken_b: dict[int, float] = {}
    pairs = []
    for negative, _, _, _, i, j in candidates:
        if i not in taken_a and j not in taken_b:
            taken_a[i] = taken_b[j] = -negative
            pairs.append((i, j, -negative))
    if not same_language:
        _meet_halfway(a, b, taken_a, taken_b)
    covers_a, covers_b = _share(a, taken_a), _share(b, taken_b)
    return Alignment(
        tuple(sorted(pairs)), covers_a, covers_b, lifted(_mean(covers_a, covers_b), a.text, b.text)
    )


forget_with(align.cache_clear)


def _mean(covers_a: float, covers_b: float) -> float:
    total = covers_a + covers_b
    return 2 * covers_a * covers_b / total if total else 0.0


def _meet_halfway(a: Reading, b: Reading, taken_a: dict[int, float], taken_b: dict[int, float]) -> None:
    """Words that no lexicon explains, left over on both sides, may well be one another's translation."""
    left = [unit.place for unit in a.units if unit.kind == "word" and unit.place not in taken_a]
    right = [unit.place for unit in b.units if unit.kind == "word" and unit.place not in taken_b]
    for i, j in zip(left, right, strict=False):
        taken_a[i] = taken_b[j] = UNEXPLAINED


def _share(reading: Reading, taken: dict[int, float]) -> float:
    covered = sum(unit.weight * taken.get(unit.place, 0.0) for unit in reading.units)
    return covered / reading.weight if reading.weight else 0.0


def worth_of(x: Unit, y: Unit, same_language: bool) -> float:
    """1 for the same concept, number, name or lemma; less for cognates; 0 for strangers."""
    if x.kind == "number" or y.kind == "number":
        return _worth_of_numbers(x.value, y.value) if x.kind == y.kind else 0.0
    if not x.concepts.isdisjoint(y.concepts):
        return 1.0
    if x.concepts and y.concepts:
        return NEAR if are_near(x.concepts, y.concepts) else 0.0
    if x.text == y.text:
        return 1.0
    named = "name" in {x.kind, y.kind}
    if not named and x.text[:1] != y.text[:1]:
        return 0.0
    worth = likeness(x.text, y.text)
    return worth if worth >= (NAME if named else COGNATE) else 0.0


def _worth_of_numbers(x: float, y: float) -> float:
    """Less than 1 where only the writing differs: 850m and 850 million, 1939-43 and 1939-1943."""
    if x == y:
        return 1.0
    small, large = sorted((x, y))
    if small > 0 and any(small * scale == large for scale in (1e3, 1e6, 1e9)):
        return ABBREVIATED
    return ABBREVIATED if 1000 < large < 2100 and 9 < small < 100 and large % 100 == small else 0.0

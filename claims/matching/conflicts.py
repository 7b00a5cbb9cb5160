"""What makes two wordings about one thing exclude each other: a negation, another number, an opposite.

Every conflict names the words of both sides, so that a reader can judge it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from claims.matching.alignment import Alignment
from claims.matching.concepts import Concepts, concept_set
from claims.matching.reading import Reading, Unit

Ground = Literal["negation", "number", "opposite", "place", "day", "roles"]

REACH = 1  # units on either side of a negation that it may turn


@dataclass(frozen=True, slots=True)
class Conflict:
    """``a`` and ``b``: the words on each side, as printed."""

    ground: Ground
    a: str
    b: str


def conflicts(a: Reading, b: Reading, alignment: Alignment) -> tuple[Conflict, ...]:
    """All grounds on which two aligned readings exclude each other, the surest kinds first."""
    left = [unit for unit in a.units if unit.place not in {i for i, _, _ in alignment.pairs}]
    right = [unit for unit in b.units if unit.place not in {j for _, j, _ in alignment.pairs}]
    return (
        *_negations(a, b, alignment),
        *_opposites(left, right),
        *_numbers(left, right),
        *_others(left, right),
        *_roles(a, b, alignment),
    )


def _negations(a: Reading, b: Reading, alignment: Alignment) -> Iterator[Conflict]:
    """What is negated, or refused and missed (*refuses to pay*), on one side only; two such sides agree."""
    turned_a, turned_b = _turned(a), _turned(b)
    if bool(turned_a) == bool(turned_b):
        return
    found = [(i, j) for i, j, _ in alignment.pairs if i in turned_a or j in turned_b]
    if found:
        i, j = min(found, key=lambda pair: (pair[0] not in a.negations and pair[1] not in b.negations, pair))
        yield Conflict("negation", a.units[i].printed, b.units[j].printed)


def _turned(reading: Reading) -> set[int]:
    """Places beside a negation or a word that has one in it."""
    spots = {
        unit.place for unit in reading.units if unit.concepts and unit.concepts <= concept_set("denying")
    }
    return {place for spot in (*reading.negations, *spots) for place in range(spot - REACH, spot + REACH + 1)}


@cache
def _antonyms() -> dict[str, Concepts]:
    pairs = [
        line.split("\t")
        for line in (files(__package__) / "antonyms.tsv").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    both = pairs + [[second, first] for first, second in pairs]
    return {concept: frozenset(other for one, other in both if one == concept) for concept, _ in both}


def _opposites(left: list[Unit], right: list[Unit]) -> Iterator[Conflict]:
    for x in left:
        against = frozenset(other for concept in x.concepts for other in _antonyms().get(concept, ()))
        for y in right:
            if against & y.concepts:
                yield Conflict("opposite", x.printed, y.printed)


def _numbers(left: list[Unit], right: list[Unit]) -> Iterator[Conflict]:
    for x, y in zip(_of_kind(left), _of_kind(right), strict=False):
        yield Conflict("number", x.printed, y.printed)


def _of_kind(units: list[Unit]) -> list[Unit]:
    return [unit for unit in units if unit.kind == "number"]


def _others(left: list[Unit], right: list[Unit]) -> Iterator[Conflict]:
    """Another place or day where the other side has its own."""
    for x in left:
        for y in right:
            if x.concepts & concept_set("day") and y.concepts & concept_set("day"):
                yield Conflict("day", x.printed, y.printed)
            elif x.is_place and y.is_place:
                yield Conflict("place", x.printed, y.printed)


def _roles(a: Reading, b: Reading, alignment: Alignment) -> Iterator[Conflict]:
    """Two names that changed their order around what both sides say of them: who acts and who is acted on."""
    named = [(i, j) for i, j, _ in alignment.pairs if a.units[i].kind == "name" or a.units[i].is_place]
    for (i, j), (k, m) in zip(named, named[1:], strict=False):
        if (i - k) * (j - m) < 0:
            yield Conflict(
                "roles",
                f"{a.units[i].printed} … {a.units[k].printed}",
                f"{b.units[m].printed} … {b.units[j].printed}",
            )
            return

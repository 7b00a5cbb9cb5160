"""Which sayings of a story are worth comparing, found through indexes instead of comparing all with all."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from claims.matching.likeness import Item
from claims.matching.near import groups_of
from claims.matching.reading import Reading, Unit

WINDOW = 16  # neighbours in one posting list that become candidates: a claim that hundreds repeat is joined link by link
KEYS = 48  # of a saying's rarest units that find candidates
BEST = 32  # candidates of one saying that share most with it and are compared


def candidates(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Pairs of places (i < j) in ``items``, each once; about ``BEST`` for each item whatever their number."""
    postings = _postings(items)
    seen: set[tuple[int, int]] = set()
    for place, item in enumerate(items):
        shared: dict[int, float] = defaultdict(float)
        for key, weight in _keys(item, postings):
            for other in _next_in(postings[key], place):
                shared[other] += weight
        best = sorted(shared, key=lambda other: (-shared[other], other))[:BEST]
        seen.update((place, other) for other in best)
    return iter(sorted(seen))


def _postings(items: Sequence[Item]) -> dict[Hashable, list[int]]:
    postings: dict[Hashable, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        for key in _all_keys(item):
            postings[key].append(place)
    return postings


def _keys(item: Item, postings: dict[Hashable, list[int]]) -> list[tuple[Hashable, float]]:
    """The rarest keys that it shares with any, and what sharing each is worth: the rarer, the more."""
    shared = (key for key in _all_keys(item) if len(postings[key]) > 1)
    ranked = sorted(shared, key=lambda key: (len(postings[key]), str(key)))
    return [(key, len(postings[key]) ** -0.5) for key in ranked[:KEYS]]


def _all_keys(item: Item) -> set[Hashable]:
    """Its units, alone and with the speaker; acts without much content (a denial, no comment) by speaker."""
    slug = item.speaker.slug if item.speaker else ""
    units = set(_unit_keys(item.reading))
    keys: set[Hashable] = units | {(slug, unit) for unit in units if slug}
    if slug and item.stance != "asserts":
        keys.add((slug, item.stance))
    return keys


def _unit_keys(reading: Reading) -> Iterator[str]:
    for unit in reading.units:
        yield from _of_unit(unit)


def _of_unit(unit: Unit) -> Iterator[str]:
    if unit.concepts:
        yield from unit.concepts
        yield from (f"near {group}" for group in groups_of(unit.concepts))
    else:
        yield unit.text.casefold()[:5]  # cognates begin alike


def _next_in(places: list[int], place: int) -> list[int]:
    start = bisect_right(places, place)
    return places[start : start + WINDOW]

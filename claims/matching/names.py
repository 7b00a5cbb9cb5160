"""Names that no lexicon has: the same in three spellings (Poutine, Putin; Schewardnadse, Shevardnadze)."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.matching.words import fold

# Spellings of one sound in the three languages, most letters first; both sides of a pair go through it.
SOUNDS = (
    ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("dsch", "z"), ("dj", "z"), ("dz", "z"), ("zh", "z"),
    ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("ou", "u"), ("oe", "o"), ("ae", "a"),
    ("ue", "u"), ("gu", "g"), ("ei", "ai"), ("w", "v"), ("j", "i"), ("y", "i"), ("c", "k"), ("q", "k"), ("x", "ks"), ("h", ""),
)  # fmt: skip
DOUBLED = re.compile(r"(.)\1+")
SHORTEST = 4  # letters below which two names are the same only when spelt the same


@lru_cache(maxsize=100_000)
def skeleton(name: str) -> str:
    """The name by its sounds: Tschernenko, Tchernenko and Chernenko come near one another."""
    result = fold(name)
    for spelling, sound in SOUNDS:
        result = result.replace(spelling, sound)
    return DOUBLED.sub(r"\1", result).removesuffix("e")


@lru_cache(maxsize=200_000)
def pairs_of(text: str) -> frozenset[str]:
    """The letter pairs of a word, its ends marked."""
    marked = f"^{text}$"
    return frozenset(marked[i : i + 2] for i in range(len(marked) - 1))


@lru_cache(maxsize=300_000)
def likeness(a: str, b: str) -> float:
    """How alike two spellings are, 0 to 1: the Dice coefficient of their letter pairs by sound."""
    if a == b:
        return 1.0
    left, right = skeleton(a), skeleton(b)
    if left == right:
        return 1.0
    if min(len(left), len(right)) < SHORTEST:
        return 0.0
    first, second = pairs_of(left), pairs_of(right)
    return 2 * len(first & second) / (len(first) + len(second))

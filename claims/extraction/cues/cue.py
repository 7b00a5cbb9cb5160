"""A verb group that tells of a saying, and the clause around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.lexicon import Verb
from claims.extraction.phrases import is_comma
from claims.extraction.reading import Unit


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb group in a sentence; ``start``, ``end`` and ``far`` are indices of units.

    ``far`` is the piece that German puts elsewhere: a particle at the clause's end, or the
    auxiliary in second place when the participle ends the clause.
    """

    verb: Verb
    start: int
    end: int
    main: int
    reading: str  # finite, gerund, participle, infinitive
    far: int = -1
    is_passive: bool = False
    is_negated: bool = False
    far_words: int = 1  # *brachte … zum Ausdruck*: the far piece may be a phrase

    @property
    def pieces(self) -> tuple[tuple[int, int], ...]:
        """Ranges of units in the order of the text."""
        whole = [(self.start, self.end)]
        if self.far >= 0:
            whole.append((self.far, self.far + self.far_words))
        return tuple(sorted(whole))

    @property
    def after(self) -> int:
        """The first unit that may belong to what is said on the right."""
        return self.end


def clause_around(units: Sequence[Unit], at: int) -> tuple[int, int]:
    """From comma to comma around a unit."""
    low, high = at, at
    while low > 0 and not is_comma(units[low - 1]) and units[low - 1].text not in (":", ";"):
        low -= 1
    while (
        high < len(units) and not is_comma(units[high]) and units[high].text not in (":", ";", ".", "!", "?")
    ):
        high += 1
    return low, high

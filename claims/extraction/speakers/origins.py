"""French: of which country a company is, so that *l'entreprise américaine* never means one that the article calls Chinese."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.lexicon import Language
from claims.extraction.phrases import is_comma
from claims.extraction.reading import Unit
from claims.extraction.speakers.entities import Entity

# Words beside a name in which its country may be told: *le géant chinois du commerce en ligne Nordline*.
NEAR = 7


class Origins:
    """The adjectives of country that stand beside the names of an article."""

    def __init__(self, language: Language) -> None:
        self.stems = tuple(language.words.get("nationality_stems", ()))
        self.known: dict[int, str] = {}  # by the entity's number in the register

    def note(self, units: Sequence[Unit], start: int, end: int, entity: Entity) -> None:
        """Remember the country told in the phrase that the name ``[start, end)`` closes, or in its apposition."""
        if entity.number in self.known or not self.stems:
            return
        low = start
        while low > 0 and start - low < NEAR and units[low - 1].kind == "word" and units[low - 1].mood == "":
            low -= 1
        high = end
        if end < len(units) and is_comma(units[end]):
            high = next((i for i in range(end + 1, min(len(units), end + NEAR)) if is_comma(units[i])), end)
        origin = self._of(units[low:start]) or self._of(units[end:high])
        if origin:
            self.known[entity.number] = origin

    def contradicts(self, words: Sequence[Unit], entity: Entity) -> bool:
        """Whether the words name another country than the one that the article gave to the entity."""
        own = self.known.get(entity.number, "")
        told = self._of(words) if own else ""
        return bool(told) and told != own

    def _of(self, words: Sequence[Unit]) -> str:
        """The stem of the last adjective of country among the words: the nearest to the name."""
        for unit in reversed(words):
            if unit.kind == "word" and unit.text[0].islower() and unit.lower.startswith(self.stems):
                return next(stem for stem in self.stems if unit.lower.startswith(stem))
        return ""

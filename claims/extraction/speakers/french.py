"""French: which name in a source is the speaker's own, and whom a bare title means."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.lexicon import Language
from claims.extraction.phrases import is_comma
from claims.extraction.reading import Unit
from claims.extraction.records import Kind
from claims.extraction.speakers.entities import Entity, Register

Named = tuple[str, Kind, int]  # name, kind, index of its first word in the source
OF = frozenset({"de", "d'", "du", "des"})


def is_led(words: Sequence[Unit], name_at: int) -> bool:
    """Whether a preposition leads the name: *Beyrouth* in *les jeux de Beyrouth*."""
    at = name_at - 1
    while at >= 0 and words[at].pos == "DET":
        at -= 1
    if at < 0 or words[at].text[0].isupper():  # De Gaulle
        return False
    return words[at].pos == "ADP" or words[at].lower in OF


def is_person(words: Sequence[Unit], language: Language) -> bool:
    """*la médaillée des jeux*, *le maire de Lorne*: the noun at the head is a person, not the place behind it."""
    head = next((unit for unit in words if unit.pos in ("NOUN", "PROPN")), None)
    return head is not None and any(
        language.has(kind, head.lower) for kind in ("name_titles", "person_nouns")
    )


def own_persons(words: Sequence[Unit], persons: Sequence[Named], language: Language) -> list[Named]:
    """*le maire de New York, Jean Rey*: the persons that nobody else's phrase leads to come first; *le maire de New York*: none."""
    ordered = sorted(persons, key=lambda name: is_led(words, name[2]))
    return [] if ordered and is_led(words, ordered[0][2]) and is_person(words, language) else ordered


def is_nameless(words: Sequence[Unit], names: Sequence[Named], language: Language) -> bool:
    """A person whose own name is not told, whatever places stand behind: *la médaillée des jeux de Lorne*."""
    return is_person(words, language) and all(is_led(words, name[2]) for name in names)


def who_is_meant(words: Sequence[Unit], names: Sequence[Named], at: int, register: Register) -> Entity | None:
    """The organisation that *l'ONG* means, or the name that a description leads up to."""
    group = _collective(words, at, register)
    own = None if group else _own_name(words, names)
    return register.remember(own[0], own[1], at) if own else group


def _own_name(words: Sequence[Unit], names: Sequence[Named]) -> Named | None:
    """The name behind a description, *le géant du commerce en ligne Nordline*; None where the name itself leads."""
    head = next((unit for unit in words if unit.pos in ("NOUN", "PROPN")), None)
    if head is None or head.pos == "PROPN":
        return None
    return next((name for name in names if not is_led(words, name[2])), None)


def _collective(words: Sequence[Unit], at: int, register: Register) -> Entity | None:
    """*l'ONG*, *l'organisation* and nothing more: the organisation that the article named last."""
    is_bare = len(words) == 2 and words[0].lower in ("l'", "le", "la", "cette")
    if not is_bare or not register.language.has("collectives", words[1].lower):
        return None
    return next(
        (one for one in register.recent(at) if one.kind == "organisation" and not _is_bare(one)), None
    )


def _is_bare(entity: Entity) -> bool:
    """Kept under the words for it, not under a name."""
    return entity.name[:1].islower() or entity.name == "ONG"


class Titles:
    """The titles that an article has given to persons: *le premier ministre Jean Rey*, *Jean Rey, maire de Lorne*."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.holders: dict[str, Entity] = {}

    def note(self, units: Sequence[Unit], start: int, end: int, entity: Entity) -> None:
        """Remember the title beside the name ``[start, end)``; the name of a place holds none."""
        if is_led(units, start):
            return
        before = start - 1 if start and is_comma(units[start - 1]) else start
        low = before
        while low > 0 and before - low < 8 and _goes_on(units[low - 1]):
            low -= 1
        self._keep(units[low:before], entity)
        if end < len(units) and is_comma(units[end]):
            high = end + 1
            while high < len(units) and high - end < 8 and _goes_on(units[high]):
                high += 1
            self._keep(units[end + 1 : high], entity)

    def _keep(self, words: Sequence[Unit], entity: Entity) -> None:
        for title in self._titles(words):
            self.holders[title] = entity

    def _titles(self, words: Sequence[Unit]) -> list[str]:
        """The whole title and, shorter, its noun with the adjectives before it: *premier ministre*."""
        kept = [unit for unit in words if unit.kind == "word" and unit.pos != "DET"]
        while kept and kept[0].pos == "ADP":
            kept = kept[1:]
        if not kept or not is_person(kept, self.language) and not is_person(kept[1:], self.language):
            return []
        at = next(
            i
            for i, unit in enumerate(kept)
            if is_person([unit], self.language) and unit.pos == "NOUN" or i == len(kept) - 1
        )
        return [" ".join(unit.lower for unit in kept), " ".join(unit.lower for unit in kept[: at + 1])]

    def holder(self, words: Sequence[Unit]) -> Entity | None:
        """Who was given this very title before."""
        titles = self._titles(words)
        if not titles or words[0].lower not in ("le", "la", "l'", "ce", "cette"):
            return None
        return self.holders.get(titles[0])


def _goes_on(unit: Unit) -> bool:
    return unit.kind == "word" and unit.pos in ("NOUN", "ADJ", "ADP", "DET", "PROPN")

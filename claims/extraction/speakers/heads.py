"""Who stands at the head of a phrase, and which names are only led to: *une infirmière de Lorne*, *die Polizei in Lorne*."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from claims.extraction.lexicon import Language
from claims.extraction.phrases import is_comma
from claims.extraction.reading import Unit
from claims.extraction.records import Kind
from claims.extraction.speakers import mentions
from claims.extraction.speakers.entities import Entity, Register

Named = tuple[str, Kind, int]  # name, kind, index of its first word in the source
OF = frozenset({"de", "d'", "du", "des", "of", "from", "von", "vom", "aus"})
GENITIVE = frozenset({"der", "des", "einer", "eines"})
# Before the name of a place they say what it is: *der Stadt Lorne*, *the city of Lorne*.
SETTLEMENTS = frozenset(
    {
        *("stadt", "gemeinde", "insel", "provinz", "region", "hauptstadt", "kreisstadt", "kanton"),
        *("city", "town", "village", "island", "province", "county", "capital"),
        *("ville", "commune", "île", "département", "capitale"),
    }
)
WHERE = {
    "de": frozenset({"in", "aus", "nahe", "um"}),
    "en": frozenset({"in", "near", "around", "outside"}),
    "fr": frozenset({"à", "en", "près", "autour"}),
}
# German bodies that every town has and that bear its name: *Staatsanwaltschaft Lorne*.
LOCAL_BODIES = (
    *(
        "anwaltschaft",
        "polizei",
        "gericht",
        "universität",
        "hochschule",
        "klinikum",
        "krankenhaus",
        "feuerwehr",
    ),
    *("verwaltung", "präsidium", "direktion", "kammer", "amt", "aufsicht", "kreis"),
)
LONGEST_BARE = 2  # words of *the professor*


def head_of(words: Sequence[Unit], language: Language) -> Unit | None:
    """The noun that a phrase is about; the last of an English compound, *bridge engineer*."""
    if language.code != "en":
        return next((unit for unit in words if unit.pos in ("NOUN", "PROPN")), None)
    head: Unit | None = None
    for unit in words:
        if head is not None and (unit.pos == "ADP" or is_comma(unit) or unit.kind != "word"):
            break
        if unit.pos == "NOUN" or unit.pos == "PROPN" and head is None:
            head = unit
    return head


def is_led(words: Sequence[Unit], name_at: int) -> bool:
    """Whether a preposition or a genitive leads to the name: *Beyrouth* in *les jeux de Beyrouth*."""
    at = name_at - 1
    while at >= 0 and words[at].lower in SETTLEMENTS:
        at -= 1
    while at >= 0 and words[at].pos == "DET":
        if words[at].lower in GENITIVE and at and words[at - 1].pos in ("NOUN", "PROPN"):
            return True
        at -= 1
    if at < 0 or words[at].text[0].isupper():  # De Gaulle
        return False
    return words[at].pos == "ADP" or words[at].lower in OF


def is_somewhere(words: Sequence[Unit], name: Named, language: Language) -> bool:
    """Whether the name only says where: *Lorne* in *police in Lorne*. A government speaks from its capital."""
    if name[1] == "government":
        return False
    at = name[2] - 1
    while at >= 0 and (words[at].pos == "DET" or words[at].lower in SETTLEMENTS or words[at].lower in OF):
        at -= 1
    return at > 0 and words[at].lower in WHERE[language.code]


def is_person(words: Sequence[Unit], language: Language) -> bool:
    """*la médaillée des jeux*, *the mayor of Lorne*: the noun at the head is a person, not the place behind it."""
    head = head_of(words, language)
    if head is None or head.text.isupper():
        return False
    forms = mentions.forms(head, language)
    if any(language.has("speaking_roles", form) for form in forms):
        return False
    return any(
        language.has(kind, form) for kind in ("name_titles", "person_nouns") for form in forms
    ) or bool(_person_in(head.lower, language))


def _person_in(lower: str, language: Language) -> str:
    """The person that a German compound ends in, *ministerin* of *Verkehrsministerin*; "" for none."""
    if language.code != "de":
        return ""
    tails = (lower[start:] for start in range(1, len(lower) - 5))
    return next(
        (
            tail
            for tail in tails
            if language.has("person_nouns", tail)
            or language.has("name_titles", tail)
            and not language.has("speaking_roles", tail)
        ),
        "",
    )


def own_persons(words: Sequence[Unit], persons: Sequence[Named], language: Language) -> list[Named]:
    """*le maire de New York, Jean Rey*: the persons that nobody else's phrase leads to come first; *le maire de New York*: none."""
    ordered = sorted(persons, key=lambda name: is_led(words, name[2]))
    return [] if ordered and is_led(words, ordered[0][2]) and is_person(words, language) else ordered


def is_nameless(words: Sequence[Unit], names: Sequence[Named], language: Language) -> bool:
    """A person whose own name is not told, whatever places stand behind: *la médaillée des jeux de Lorne*."""
    return is_person(words, language) and all(is_led(words, name[2]) for name in names)


def local_body(words: Sequence[Unit], name: Named, language: Language) -> int:
    """Where a body begins that bears the name of its town, *Staatsanwaltschaft Lorne*; -1 for none."""
    at = name[2] - 1
    is_body = language.code == "de" and at >= 0 and words[at].lower.endswith(LOCAL_BODIES)
    return at if is_body and name[1] in ("unknown", "person") else -1


def is_bare_definite(words: Sequence[Unit]) -> bool:
    """*the professor*, *die Ministerin*: one person who was spoken of before."""
    return (
        len(words) == LONGEST_BARE
        and words[0].lower in ("the", "der", "die", "das", "le", "la", "l'")
        and words[1].number != "Plur"
    )


def who_is_meant(words: Sequence[Unit], names: Sequence[Named], at: int, register: Register) -> Entity | None:
    """The organisation that French *l'ONG* means, or the name that a description leads up to."""
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
    is_bare = len(words) == LONGEST_BARE and words[0].lower in ("l'", "le", "la", "cette")
    if not is_bare or not register.language.has("collectives", words[1].lower):
        return None
    return next(
        (one for one in register.recent(at) if one.kind == "organisation" and not _is_bare(one)), None
    )


def _is_bare(entity: Entity) -> bool:
    """Kept under the words for it, not under a name."""
    return entity.name[:1].islower() or entity.name == "ONG"


class Titles:
    """The titles that an article has given to persons: *Verkehrsministerin Ina Kolb*, *Jean Rey, maire de Lorne*."""

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
        titles = [" ".join(unit.lower for unit in kept), " ".join(unit.lower for unit in kept[: at + 1])]
        if self.language.code != "fr":
            titles += [kept[at].lower, _person_in(kept[at].lower, self.language)]
        return [title for title in dict.fromkeys(titles) if title]

    def holder(self, words: Sequence[Unit]) -> Entity | None:
        """Who was given this very title before."""
        titles = self._titles(words)
        if not titles or words[0].lower not in DEFINITE:
            return None
        return self.holders.get(titles[0])


DEFINITE = frozenset({"le", "la", "l'", "ce", "cette", "the", "this", "der", "die", "dem", "dieser", "diese"})


def _goes_on(unit: Unit) -> bool:
    return unit.kind == "word" and unit.pos in ("NOUN", "ADJ", "ADP", "DET", "PROPN")


def first_of_all(entities: Iterable[Entity], at: int, start: int) -> Entity | None:
    """Of some entities the one that a sentence from ``start`` to ``at`` is about.

    The first that it mentions, for that is mostly its subject, but for those that a preposition leads to.
    """

    def place(one: Entity) -> tuple[bool, int]:
        index = bisect_left(one.places, start)  # a long article mentions some thousands of times
        first = one.places[index] if index < len(one.places) else at
        return first in one.led, first

    return min(entities, key=place, default=None)

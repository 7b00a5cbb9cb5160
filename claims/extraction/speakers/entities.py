"""Whom an article has named so far, and how a further mention finds them again."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from claims.extraction.lexicon import Language
from claims.extraction.records import Kind, Speaker
from claims.extraction.speakers.slugs import initials, is_acronym, slugify

# A speaker that spoke this many characters before the nearest entity of the kind still wins.
NEARBY = 300
# Mentions to look back for a description; a look-up stays short in the longest text.
FARTHEST = 400


@dataclass(slots=True)
class Entity:
    """Somebody or something that the article names."""

    name: str
    kind: Kind
    places: list[int]  # where it is mentioned, in order
    gender: str = ""  # Masc, Fem or "" when unknown
    plurality: str = ""  # Sing, Plur or "" when unknown
    is_described: bool = False  # it has no name, only the words of an article for it
    is_relay: bool = False  # an agency, a network: it passes on what others say
    located: int = 0  # how often a place word stood before it: in Paris, aus Berlin
    led: set[int] = field(default_factory=set)  # those of its places that a preposition leads to
    number: int = 0  # its index in the register
    slug: str = ""  # when it is not made from the name: the same body in every language

    def before(self, at: int) -> int:
        """Where it was mentioned last before ``at``, -1 when it was not."""
        index = bisect_left(self.places, at)
        return self.places[index - 1] if index else -1

    def mention(self, at: int) -> None:
        """Note another place; the places stay in order."""
        index = bisect_left(self.places, at)
        if index == len(self.places) or self.places[index] != at:
            self.places.insert(index, at)

    @property
    def is_place(self) -> bool:
        """Mostly somewhere that something is, so that *the company* does not mean it."""
        return self.kind in ("unknown", "organisation") and 2 * self.located >= len(self.places)

    @property
    def speaker(self) -> Speaker:
        return Speaker(self.slug or slugify(self.name), self.name, self.kind)


class Register:
    """The entities of one article in the order of their first mention."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.entities: list[Entity] = []
        self._numbers: dict[str, set[int]] = {}
        self._timeline: list[tuple[int, int]] = []  # place and number of entity, in order
        self.words: set[str] = set()  # names of one word, to know them where the tagger does not

    def remember(
        self, name: str, kind: Kind, at: int, gender: str = "", plurality: str = "", *, is_name: bool = True
    ) -> Entity:
        """The entity of this name, made when it is new; the clearest name is kept.

        Words that are no name (not ``is_name``: *médaillée des jeux de Lorne*) mean nobody whose name they end in.
        """
        known = self.known(name)
        if known and not is_name and slugify(known.name) != slugify(name):
            known = None
        if known is None:
            known = Entity(name, kind, [at], gender, plurality, is_relay=self._is_relay(name))
            known.number = len(self.entities)
            known.slug = self.language.shared_slugs.get(name, "")
            self.entities.append(known)
            self._index(known)
            insort(self._timeline, (at, known.number))
            if " " not in name and name[:1].isupper() and len(name) > 3:
                self.words.add(name)
            return known
        if len(name.split()) > len(known.name.split()) and known.name in name.split() and kind == "person":
            known.name = name
            self._index(known)
        if known.kind == "unknown":
            known.kind = kind
        known.gender, known.plurality = known.gender or gender, known.plurality or plurality
        self.mention(known, at)
        return known

    def _is_relay(self, name: str) -> bool:
        lower = name.lower()
        return self.language.has("agencies", lower) or self.language.has("media", lower)

    def known(self, name: str) -> Entity | None:
        """The entity of this name: the same, a surname of it, its genitive or its initials."""
        wanted = slugify(name)
        best: Entity | None = None
        for number in sorted(self._candidates(wanted, name)):
            entity = self.entities[number]
            have = slugify(entity.name)
            if have == wanted:
                return entity
            if self._is_genitive(have, wanted) or _is_longer_name(entity, have, wanted):
                best = best or entity
            elif _is_surname(entity, have, wanted) or _shares_initials(entity, name):
                best = entity
            elif (
                have.startswith(wanted + "-")
                and entity.kind in ("organisation", "unknown")
                and len(wanted) > 3
            ):
                best = best or entity
        if best and is_acronym(best.name) and len(name) > 5:
            best.name = name
            self._index(best)
        return best

    def _index(self, entity: Entity) -> None:
        """Note under which words and initials the entity may be looked for, so that a look-up stays short."""
        words = slugify(entity.name).split("-")
        for key in {words[0], words[-1], initials(entity.name), entity.name}:
            self._numbers.setdefault(key, set()).add(entity.number)

    def _candidates(self, wanted: str, name: str) -> set[int]:
        words = wanted.split("-")
        keys = {words[0], words[-1], words[-1] + "s", words[-1].removesuffix("s"), name, initials(name)}
        return set().union(*(self._numbers.get(key, set()) for key in keys))

    def mention(self, entity: Entity, at: int) -> None:
        """Note another place of an entity."""
        entity.mention(at)
        insort(self._timeline, (at, entity.number))

    def recent(self, at: int, low: int = 0) -> Iterator[Entity]:
        """Entities mentioned before ``at``, the nearest first, down to ``low`` or at most ``FARTHEST`` mentions back."""
        end = bisect_left(self._timeline, (at, -1))
        for index in range(end - 1, max(-1, end - FARTHEST), -1):
            place, number = self._timeline[index]
            if place < low:
                return
            yield self.entities[number]

    def _is_genitive(self, have: str, wanted: str) -> bool:
        return self.language.code == "de" and (have + "s" == wanted or wanted + "s" == have)

    def nearest(
        self,
        at: int,
        kinds: Collection[Kind],
        last: Entity | None,
        is_other: Callable[[Entity], bool] = lambda one: False,
    ) -> Entity | None:
        """The nearest entity of the kinds before ``at``, one that spoke just before preferred; else the next one.

        Those that cannot be meant (``is_other``) are passed over.
        """
        last = None if last is not None and is_other(last) else last
        fitting = (
            one
            for one in self.recent(at)
            if one.kind in kinds and not one.is_relay and not one.is_place and not is_other(one)
        )
        nearest = next((one for one in fitting if not (one.is_described and one.kind == "unknown")), None)
        if nearest is None:  # a paper may be described before it is named
            following = (
                one for one in self.entities if one.kind in kinds and not one.is_relay and not is_other(one)
            )
            return next(following, None) if "publication" in kinds else None
        fits = last is not None and last.kind in kinds and not last.is_relay
        if last is not None and fits and nearest.before(at) - last.before(at) < NEARBY:
            return last
        return nearest

    def foremost(
        self, at: int, last: Entity | None, is_other: Callable[[Entity], bool] = lambda one: False
    ) -> Entity | None:
        """Of those known by their names alone: who just spoke, else the one named most often before ``at``.

        The nearest is a poor guess here: what stands nearest is as often a product or a program.
        """
        named = {
            one.number: one
            for one in self.recent(at)
            if one.kind == "unknown"
            and not (one.is_relay or one.is_place or one.is_described or is_other(one))
        }
        if last is not None and last.number in named and at - last.before(at) < NEARBY:
            return last
        return max(named.values(), key=lambda one: bisect_left(one.places, at), default=None)


def _is_surname(entity: Entity, have: str, wanted: str) -> bool:
    """*Lin* is no surname of *Berlin*; *Pengyu* is one of *Liu Pengyu*."""
    is_name = entity.kind in ("person", "unknown") and len(wanted) > 2 and "-" not in wanted
    return is_name and have.endswith("-" + wanted)


def _is_longer_name(entity: Entity, have: str, wanted: str) -> bool:
    is_short = entity.kind in ("person", "unknown") and "-" not in have and len(have) > 2
    return is_short and wanted.endswith("-" + have)


def _shares_initials(entity: Entity, name: str) -> bool:
    return (
        is_acronym(name)
        and initials(entity.name) == name
        or is_acronym(entity.name)
        and initials(name) == entity.name
    )

"""Whom a description without a name means: *le groupe*, *the British daily*, *die Reederei*."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from claims.extraction.lexicon import Language
from claims.extraction.phrases import is_comma
from claims.extraction.reading import Unit
from claims.extraction.records import Kind
from claims.extraction.speakers import mentions
from claims.extraction.speakers.entities import Entity, Register
from claims.extraction.speakers.heads import Named
from claims.extraction.speakers.origins import Origins

# Words for a kind of body, and the kinds of entities that they may mean.
DESCRIBING: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("publications", ("publication",)),
    ("companies", ("organisation",)),
)
PAPERS: tuple[Kind, ...] = ("publication",)


class Descriptions:
    """The companies and papers that an article has named so far, to be found again by what they are."""

    def __init__(self, language: Language, register: Register) -> None:
        self.language = language
        self.register = register
        self.origins = Origins(language)

    def meant(
        self, words: Sequence[Unit], names: Sequence[Named], at: int, last: Entity | None
    ) -> Entity | None:
        """*le groupe*, *the British daily*, *a report from the California company*: the nearest of that kind."""
        language = self.language
        for kind, kinds in DESCRIBING:
            index = mentions.find(words, kind, language)
            if index >= 0 and not self._names_it(words, names, index):
                is_other = partial(self._is_other, words, kind)
                found = self.register.nearest(at, kinds, last, is_other)
                if found or kind == "publications":
                    return found
                return self.register.foremost(at, last, is_other)
        if mentions.is_printed(words, language) and any(unit.lower in mentions.AUTHORS for unit in words):
            return self.register.nearest(at, PAPERS, last)
        return None

    def _is_other(self, words: Sequence[Unit], kind: str, entity: Entity) -> bool:
        """Whether a description cannot mean somebody: of another country, or a union where a company is meant."""
        return self.origins.contradicts(words, entity) or kind == "companies" and self._is_body(entity)

    def _is_body(self, entity: Entity) -> bool:
        return any(self.language.has("bodies", word) for word in entity.name.lower().split())

    def _names_it(self, words: Sequence[Unit], names: Sequence[Named], index: int) -> bool:
        """Whether a name says which company: *the Alibaba group*, *the daily Le Monde*; not *the California company*."""
        return any(self.is_its_name(words, name, index) for name in names)

    def is_its_name(self, words: Sequence[Unit], name: Named, index: int) -> bool:
        written_name, kind, at = name
        if kind == "government" or self.is_relay(name):
            return False
        if at > index:
            stands_off = any(is_comma(unit) for unit in words[index:at])
            before = words[at - 1]  # the giant of Paris; but: the giant of commerce Lee
            is_linked = at - 1 > index and (before.pos in ("ADP", "DET") or before.lower in mentions.OF)
            return (
                kind in ("organisation", "publication")
                or not stands_off
                and (not is_linked or kind != "unknown")
            )
        known = self.register.known(written_name)
        is_new = known is None or known.places[0] >= words[0].start
        return at < index and not (is_new and kind != "publication" and at + 1 == index)

    def is_relay(self, name: Named) -> bool:
        """Whether the name is that of an agency or a network, which passes on what others say."""
        known = self.register.known(name[0])
        return known is not None and known.is_relay

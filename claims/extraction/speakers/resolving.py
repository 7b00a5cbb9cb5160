"""Puts names, roles, descriptions and pronouns of a source together to the entity that is meant."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import partial

from claims.extraction.german_phrases import is_information
from claims.extraction.lexicon import Language
from claims.extraction.phrases import is_comma
from claims.extraction.reading import Sentence, Unit
from claims.extraction.records import Kind
from claims.extraction.speakers import mentions
from claims.extraction.speakers.entities import Entity, Register
from claims.extraction.speakers.french import Named, Titles, is_nameless, own_persons, who_is_meant
from claims.extraction.speakers.names import is_name, kind_of, name_end, with_quoted_names, written
from claims.extraction.speakers.origins import Origins
from claims.extraction.speakers.pronouns import fits, gender_and_number, is_pronoun
from claims.extraction.things import is_thing

# Words for a kind of body, and the kinds of entities that they may mean.
DESCRIBING: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("publications", ("publication",)),
    ("companies", ("organisation",)),
)
PAPERS: tuple[Kind, ...] = ("publication",)
UNNAMED: tuple[tuple[str, Kind], ...] = (
    ("bodies", "organisation"),
    ("documents", "document"),
    ("speaking_roles", "group"),
)
# A pronoun reaches back so many sentences; further away it is a guess.
REACH = 5


class Speakers:
    """The speakers of one article, resolved from left to right."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.register = Register(language)
        self.last: Entity | None = None  # who spoke last
        self.author: Entity | None = None  # whose memo or note the article last spoke of
        self.titles = Titles(language)
        self.origins = Origins(language)
        self.starts: list[int] = []  # where the sentences began

    def note_sentence(self, sentence: Sentence) -> None:
        """Remember the names of a sentence, so that later descriptions can find them."""
        units = with_quoted_names(sentence.units)
        self.starts.append(sentence.start)
        at = 0
        while at < len(units):
            if units[at].kind == "word" and self._is_name(units, at):
                end = name_end(units, at, self.language)
                name = written(units[at:end], self.language)
                kind = kind_of(name, units, at, end, self.language)
                entity = self.register.remember(name, kind, units[at].start, units[at].gender)
                self._note_author(units, at, entity)
                entity.located += mentions.is_located(units, at, self.language)
                self.origins.note(units, at, end, entity)
                if self.language.code == "fr" and kind in ("person", "unknown"):
                    self.titles.note(units, at, end, entity)
                at = end
            else:
                at += 1

    def _is_name(self, units: Sequence[Unit], at: int) -> bool:
        return is_name(units, at, self.language) or units[at].text in self.register.words

    def _note_author(self, units: Sequence[Unit], at: int, entity: Entity) -> None:
        """*notes from the White House*: whose document it is, for a later *the same document*."""
        before = units[max(0, at - 3) : at]
        document = mentions.find(before, "documents", self.language)
        if document < 0 or entity.kind not in ("government", "organisation"):
            return
        if mentions.is_printed(before[document : document + 1], self.language):
            return
        if any(unit.lower in mentions.OF for unit in before[document + 1 :]):
            self.author = entity

    def resolve(self, units: Sequence[Unit], at: int) -> Entity | None:
        """Who is meant by the units of a source that stands at ``at``; None when nobody can be told."""
        opened = with_quoted_names(units)
        words = [unit for unit in opened if unit.kind in ("word", "bracket", "quote") or is_comma(unit)]
        while words and is_comma(words[-1]):
            words.pop()
        is_owned = bool(words) and mentions.is_speechless(words, self.language)
        if not words or not is_owned and is_thing(words, self.language):
            return None
        words = list(mentions.behind_information(words, self.language))
        if len(words) == 1 and is_pronoun(words[0], self.language):
            entity = self._pronoun(words[0], at)
        else:
            entity = self._owner(words, at) or self._of_phrase(words, at)
        if entity:
            self.register.mention(entity, at)
            self.last = entity
        return entity

    def _owner(self, words: Sequence[Unit], at: int) -> Entity | None:
        """German *seinen Angaben*, *ihrer Meinung*: whose information it is; None for other phrases."""
        first = words[0].lower
        if self.language.code != "de" or not first.startswith(("sein", "ihr")) or len(words) > 3:
            return None
        if not any(is_information(unit, self.language) for unit in words[1:]):
            return None
        return self._referent("Masc" if first.startswith("sein") else "", "", at)

    # Pronouns

    def _pronoun(self, unit: Unit, at: int) -> Entity | None:
        return self._referent(*gender_and_number(unit, self.language), at)

    def _referent(self, gender: str, number: str, at: int) -> Entity | None:
        low = self._reach(at)
        if self.last and fits(self.last, gender, number, self.language) and self.last.before(at) >= low:
            return self.last
        for entity in self.register.recent(at, low):
            if fits(entity, gender, number, self.language) and entity.kind != "government":
                return entity
        return self.last

    def _reach(self, at: int) -> int:
        """Where the sentence begins that is ``REACH`` sentences before the one at ``at``."""
        index = bisect_right(self.starts, at) - 1
        return self.starts[max(0, index - REACH)] if self.starts else 0

    # Phrases

    def _of_phrase(self, words: Sequence[Unit], at: int) -> Entity | None:
        language = self.language
        names = self._names(words)
        role = mentions.find(words, "speaking_roles", language)
        if mentions.is_speechless(words, language):
            return self._whose(words, names, at)
        persons = [name for name in names if name[1] == "person"]
        if language.code == "fr":
            persons = own_persons(words, persons, language)
        person = persons[0] if persons else None
        if person and not mentions.speaks_for(words, role, person[2]):
            return self.register.remember(person[0], "person", at)
        document = mentions.is_document(words, language)
        if role >= 0 or document:
            found = self._behind(words, names, role, document, at)
            if found:
                return found
        return self._by_name_or_description(words, names, at)

    def _whose(self, words: Sequence[Unit], names: Sequence[Named], at: int) -> Entity | None:
        """*the allegations of Lee*, *les accusations de l'article*: who made them; None when nobody is named."""
        printed = mentions.find(words, "publications", self.language) >= 0
        if printed or any(mentions.is_printed([unit], self.language) for unit in words[1:]):
            return self.register.nearest(at, PAPERS, self.last)
        owner = next((name for name in names if mentions.speaks_for(words, 0, name[2])), None)
        return self.register.remember(owner[0], owner[1], at) if owner else None

    def _behind(
        self, words: Sequence[Unit], names: Sequence[Named], role: int, document: bool, at: int
    ) -> Entity | None:
        """Whom a role or a document stands for: the publication, the company or the body behind it."""
        if self.last and (
            document
            and mentions.is_owned(words, self.language)
            or not names
            and mentions.is_own_role(words, role, self.language)
        ):
            return self.last
        described = self._described(words, names, at)
        if described:
            return described
        comma = next((index for index, unit in enumerate(words) if is_comma(unit)), len(words))
        own = next((name for name in names if not self._is_relay(name) and name[2] < comma), None)
        body = mentions.find(words, "bodies", self.language)
        if own and not (own[1] == "government" and 0 <= body < own[2]):
            return self.register.remember(own[0], own[1], at)
        if 0 <= role < body:
            return self._unnamed(mentions.with_adjectives(words, body), at)
        if not document or sum(unit.pos in ("NOUN", "PROPN") for unit in words[:comma]) > 1:
            return None
        if mentions.is_printed(words, self.language) or self.author is None:
            return self.register.nearest(at, PAPERS, self.last) or self.last
        return self.author

    def _by_name_or_description(
        self, words: Sequence[Unit], names: Sequence[Named], at: int
    ) -> Entity | None:
        language = self.language
        if language.code == "fr" and is_nameless(words, names, language):
            return self.titles.holder(words) or self._unnamed(words, at)
        head = next((unit for unit in words if unit.pos in ("NOUN", "PROPN")), None)
        described = self._described(words, names, at)
        if described:
            return described
        if language.code == "fr" and (meant := who_is_meant(words, names, at, self.register)):
            return meant
        if names and (head is None or head.pos == "PROPN" or not self._is_linked(words, names[0][2])):
            return self.register.remember(names[0][0], names[0][1], at)
        company = mentions.find(words[:3], "companies", language)
        if names and company >= 0 and self._is_its_name(words, names[-1], company):
            return self.register.remember(names[-1][0], names[-1][1], at)
        if names and len(words) <= 6 and mentions.find(words, "bodies", language) < 0:
            return self.register.remember(names[-1][0], names[-1][1], at)
        return self._unnamed(words, at)

    def _names(self, words: Sequence[Unit]) -> list[Named]:
        found: list[Named] = []
        index = 0
        while index < len(words):
            if words[index].kind == "word" and self._is_name(words, index):
                end = name_end(words, index, self.language)
                name = written(words[index:end], self.language)
                known = self.register.known(name)
                own = kind_of(name, words, index, end, self.language)
                kind = known.kind if known and known.kind != "unknown" else own
                found.append((known.name if known else name, kind, index))
                index = end
            else:
                compound = self._compound(words[index])
                if compound:
                    found.append((compound.name, compound.kind, index))
                index += 1
        return found

    def _compound(self, unit: Unit) -> Entity | None:
        """German *Alibaba-Konzerns*: a known name as the first part of a compound."""
        if self.language.code != "de" or "-" not in unit.text:
            return None
        first = unit.text.split("-")[0]
        return self.register.known(first) if first[:1].isupper() and len(first) > 1 else None

    def _is_relay(self, name: Named) -> bool:
        known = self.register.known(name[0])
        return known is not None and known.is_relay

    def _is_linked(self, words: Sequence[Unit], name_at: int) -> bool:
        return any(unit.pos == "ADP" or unit.lower in mentions.OF for unit in words[:name_at])

    def _described(self, words: Sequence[Unit], names: Sequence[Named], at: int) -> Entity | None:
        """*le groupe*, *the British daily*, *a report from the California company*: the nearest of that kind."""
        language = self.language
        for kind, kinds in DESCRIBING:
            index = mentions.find(words, kind, language)
            if index >= 0 and not self._names_it(words, names, index):
                is_other = partial(self.origins.contradicts, words)
                found = self.register.nearest(at, kinds, self.last, is_other)
                if found or kind == "publications":
                    return found
                return self.register.foremost(at, self.last, is_other)
        if mentions.is_printed(words, language) and any(unit.lower in mentions.AUTHORS for unit in words):
            return self.register.nearest(at, PAPERS, self.last)
        return None

    def _names_it(self, words: Sequence[Unit], names: Sequence[Named], index: int) -> bool:
        """Whether a name says which company: *the Alibaba group*, *the daily Le Monde*; not *the California company*."""
        return any(self._is_its_name(words, name, index) for name in names)

    def _is_its_name(self, words: Sequence[Unit], name: Named, index: int) -> bool:
        written_name, kind, at = name
        if kind == "government" or self._is_relay(name):
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

    def _unnamed(self, words: Sequence[Unit], at: int) -> Entity | None:
        """Somebody without a name: kept under the words that the article uses."""
        kept = mentions.own_words(words, self.language)
        if not kept or mentions.is_saying(kept, self.language):
            return None
        kind: Kind = "unknown"
        for list_name, named in UNNAMED:
            if mentions.find(kept, list_name, self.language) >= 0:
                kind = named
                break
        head = next((unit for unit in kept if unit.pos in ("NOUN", "PROPN")), kept[0])
        name = mentions.nominative(words, kept, written(kept, self.language), self.language)
        entity = self.register.remember(
            name, kind, at, head.gender, head.number, is_name=self.language.code != "fr"
        )
        entity.is_described = entity.is_described or len(entity.places) == 1
        return entity

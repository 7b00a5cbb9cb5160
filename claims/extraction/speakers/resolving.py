"""Puts names, roles, descriptions and pronouns of a source together to the entity that is meant."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from claims.extraction.german_phrases import is_information
from claims.extraction.lexicon import Language
from claims.extraction.phrases import is_comma
from claims.extraction.reading import Sentence, Unit
from claims.extraction.records import Kind
from claims.extraction.speakers import mentions
from claims.extraction.speakers.descriptions import PAPERS, Descriptions
from claims.extraction.speakers.entities import Entity, Register
from claims.extraction.speakers.heads import (
    Named,
    Titles,
    first_of_all,
    is_bare_definite,
    is_led,
    is_nameless,
    is_somewhere,
    local_body,
    own_persons,
    who_is_meant,
)
from claims.extraction.speakers.names import is_name, kind_of, name_end, with_quoted_names, written
from claims.extraction.speakers.pronouns import fits, gender_and_number, is_pronoun
from claims.extraction.things import is_thing

UNNAMED: tuple[tuple[str, Kind], ...] = (
    ("bodies", "organisation"),
    ("documents", "document"),
    ("speaking_roles", "group"),
)
OFFICERS = frozenset(
    {
        *("official", "officials", "beamter", "beamte", "beamtin", "mitarbeiter", "mitarbeiterin"),
        *("fonctionnaire", "fonctionnaires", "agent", "agents", "employee", "employees"),
    }
)
# German *demnach*: according to what was spoken of last.
THEREAFTER = frozenset({"demnach", "danach", "demzufolge", "hiernach", "wonach"})
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
        self.descriptions = Descriptions(language, self.register)
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
                if is_led(units, at):
                    entity.led.add(units[at].start)
                entity.located += mentions.is_located(units, at, self.language)
                self.descriptions.origins.note(units, at, end, entity)
                if kind in ("person", "unknown"):
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
        if len(words) == 1 and words[0].lower in THEREAFTER:
            entity = self.last or self.register.nearest(at, PAPERS, None)
        elif len(words) == 1 and is_pronoun(words[0], self.language):
            entity = self._pronoun(words[0], at)
        else:
            entity = self._owner(words, at) or self._of_phrase(words, at)
        if entity:
            if entity.kind == "unknown" and any(unit.kind == "quote" for unit in units) and opened != units:
                entity.kind = "publication"  # der «Lorner Bote» berichtet
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
        fitting = [
            one
            for one in self.register.recent(at, low)
            if fits(one, gender, number, self.language) and one.kind != "government"
        ]
        return self._subject(fitting, at) or self.last

    def _subject(self, entities: Sequence[Entity], at: int) -> Entity | None:
        """Of the nearest first, the one that the sentence of the nearest begins with: mostly its subject."""
        if not entities:
            return None
        start = self.starts[max(0, bisect_right(self.starts, entities[0].before(at)) - 1)]
        same = [one for one in entities if one.before(at) >= start]
        return first_of_all(same, at, start)

    def _reach(self, at: int) -> int:
        """Where the sentence begins that is ``REACH`` sentences before the one at ``at``."""
        index = bisect_right(self.starts, at) - 1
        return self.starts[max(0, index - REACH)] if self.starts else 0

    # Phrases

    def _of_phrase(self, words: Sequence[Unit], at: int) -> Entity | None:
        language = self.language
        names = [name for name in self._names(words) if not is_somewhere(words, name, language)]
        role = mentions.find(words, "speaking_roles", language)
        if mentions.is_speechless(words, language):
            return self._whose(words, names, at)
        persons = own_persons(words, [name for name in names if name[1] == "person"], language)
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
        described = (
            None if self._is_officer(words, role) else self.descriptions.meant(words, names, at, self.last)
        )
        if described:
            return described
        comma = next((index for index, unit in enumerate(words) if is_comma(unit)), len(words))
        own = next((name for name in names if not self.descriptions.is_relay(name) and name[2] < comma), None)
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

    def _is_officer(self, words: Sequence[Unit], role: int) -> bool:
        """*an official at the agency*: of an authority, so that the agency is none that sells news."""
        return role >= 0 and words[role].lower in OFFICERS

    def _by_name_or_description(
        self, words: Sequence[Unit], names: Sequence[Named], at: int
    ) -> Entity | None:
        language = self.language
        if is_nameless(words, names, language):
            return self.titles.holder(words) or self._person_before(words, at) or self._unnamed(words, at)
        body = local_body(words, names[0], language) if names else -1
        if body >= 0:
            return self._unnamed(words[body:], at)
        head = next((unit for unit in words if unit.pos in ("NOUN", "PROPN")), None)
        described = self.descriptions.meant(words, names, at, self.last)
        if described:
            return described
        if language.code == "fr" and (meant := who_is_meant(words, names, at, self.register)):
            return meant
        if names and (head is None or head.pos == "PROPN" or not self._is_linked(words, names[0][2])):
            return self.register.remember(names[0][0], names[0][1], at)
        company = mentions.find(words[:3], "companies", language)
        if names and company >= 0 and self.descriptions.is_its_name(words, names[-1], company):
            return self.register.remember(names[-1][0], names[-1][1], at)
        if names and len(words) <= 6 and mentions.find(words, "bodies", language) < 0:
            return self.register.remember(names[-1][0], names[-1][1], at)
        return self._unnamed(words, at)

    def _person_before(self, words: Sequence[Unit], at: int) -> Entity | None:
        """Whom *the professor* means when nobody bears that title: the person who spoke or was named last."""
        if not is_bare_definite(words):
            return None
        low = self._reach(at)
        near = [self.last] if self.last and self.last.before(at) >= low else []
        persons = (one for one in [*near, *self.register.recent(at, low)] if one.kind == "person")
        return next((one for one in persons if fits(one, words[1].gender, "Sing", self.language)), None)

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

    def _is_linked(self, words: Sequence[Unit], name_at: int) -> bool:
        return any(unit.pos == "ADP" or unit.lower in mentions.OF for unit in words[:name_at])

    def _unnamed(self, words: Sequence[Unit], at: int) -> Entity | None:
        """Somebody without a name: kept under the words that the article uses."""
        kept = mentions.own_words(words, self.language)
        if not kept or mentions.is_saying(kept, self.language):
            return None
        found = (kind for words_of, kind in UNNAMED if mentions.find(kept, words_of, self.language) >= 0)
        kind: Kind = next(found, "unknown")
        head = next((unit for unit in kept if unit.pos in ("NOUN", "PROPN")), kept[0])
        name = mentions.nominative(words, kept, written(kept, self.language), self.language)
        entity = self.register.remember(name, kind, at, head.gender, head.number, is_name=False)
        entity.is_described = entity.is_described or len(entity.places) == 1
        return entity

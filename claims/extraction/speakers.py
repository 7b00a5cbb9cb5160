"""Resolves who is meant by a source inside one article: names, roles of bodies, descriptions and pronouns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.extraction.lexicon import Language
from claims.extraction.reading import Sentence, Unit
from claims.extraction.records import Kind, Speaker

INITIAL_JOIN = frozenset(
    {"of", "the", "for", "and", "de", "du", "des", "la", "le", "von", "der", "für", "à", "&"}
)


def slugify(name: str) -> str:
    """ASCII words joined by hyphens, at most 80 characters; never empty."""
    flat = name.replace("ß", "ss").replace("œ", "oe").replace("æ", "ae").replace("ł", "l").replace("ø", "o")
    plain = unicodedata.normalize("NFKD", flat).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-")
    return slug or "u" + "-".join(f"{ord(char):x}" for char in name[:8])


@dataclass(slots=True)
class Entity:
    """Somebody or something that the article names."""

    name: str
    kind: Kind
    at: int  # where it was named last
    gender: str = ""  # Masc, Fem or "" when unknown
    is_plural: bool = False
    noted: set[str] = field(default_factory=set)  # head nouns that described it: "company", "daily"

    @property
    def speaker(self) -> Speaker:
        return Speaker(slugify(self.name), self.name, self.kind)


class Speakers:
    """The speakers of one article, resolved from left to right."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.entities: list[Entity] = []
        self.last: Entity | None = None  # who spoke last
        self.last_document: Entity | None = None

    # Naming ------------------------------------------------------------------------------------

    def note_sentence(self, sentence: Sentence) -> None:
        """Remember the names of a sentence, so that later descriptions can find them."""
        units = sentence.units
        at = 0
        while at < len(units):
            if units[at].kind == "word" and self._is_name(units, at):
                end = self._name_end(units, at)
                name = self._written(units[at:end])
                kind = self._kind(name, units, at, end)
                self._remember(name, kind, units[at].start, units[at].gender)
                at = end
            else:
                at += 1

    def _is_name(self, units: Sequence[Unit], at: int) -> bool:
        unit = units[at]
        if not unit.text[:1].isupper():
            return False
        lower = unit.lower.strip(".")
        if (
            self.language.has("time_words", lower)
            or self.language.has("name_titles", unit.lower)
            or self.language.has("pronouns", unit.lower)
        ):
            return False
        if self._government(units, at):
            return True
        return (
            unit.pos == "PROPN"
            or unit.text.isupper()
            and len(unit.text) > 1
            and unit.pos in ("NOUN", "X", "ADJ")
        )

    def _government(self, units: Sequence[Unit], at: int) -> int:
        """Number of units of a government's name at ``at``."""
        two = " ".join(unit.lower for unit in units[at : at + 2])
        if two in self.language.governments:
            return 2
        return 1 if units[at].lower in self.language.governments else 0

    def _name_end(self, units: Sequence[Unit], at: int) -> int:
        length = self._government(units, at)
        if length:
            return at + length
        end = at + 1
        while end < len(units):
            unit = units[end]
            if (
                unit.kind == "word"
                and unit.text[:1].isupper()
                and unit.pos in ("PROPN", "NOUN", "ADJ", "X")
                and (unit.pos == "PROPN" or self.language.code != "de")
                and not self.language.has("time_words", unit.lower)
            ):
                end += 1
            elif (
                unit.text in ("-", "'", "’", ".")
                and end + 1 < len(units)
                and unit.end == units[end + 1].start
                and units[end + 1].text[:1].isupper()
            ) or (
                unit.lower in INITIAL_JOIN
                and end + 1 < len(units)
                and units[end + 1].pos == "PROPN"
                and unit.lower in ("de", "du", "von", "van", "bin", "al", "of", "for", "&")
                and self._looks_composed(units, at, end)
            ):
                end += 2
            else:
                break
        return end

    def _looks_composed(self, units: Sequence[Unit], at: int, end: int) -> bool:
        return (
            units[end].lower in ("von", "van", "bin", "al", "&")
            or units[end].lower in ("de", "du")
            and end - at >= 1
            and units[at].pos == "PROPN"
            and units[at].lower not in ("le", "la")
        )

    def _written(self, units: Sequence[Unit]) -> str:
        text = ""
        for index, unit in enumerate(units):
            gap = " " if index and units[index - 1].end < unit.start else ""
            text += gap + unit.text
        text = re.sub(r"(?:['’]s|['’])$", "", text)
        government = self.language.governments.get(text.lower().replace("’", "'"))
        if government:
            return government
        return re.sub(
            r"-(?:Konzerns?|Gruppe|Unternehmens?|Sprechers?|Sprecherin|Chefs?|Vorsitzenden?|Group)$", "", text
        ).strip()

    def _kind(self, name: str, units: Sequence[Unit], at: int, end: int) -> Kind:
        lower = name.lower()
        if name in self.language.governments.values():
            return "government"
        if any(
            re.search(rf"(?<!\w){re.escape(word)}(?!\w)", lower)
            for word in self.language.words["publication_names"]
        ):
            return "publication"
        near = {unit.lower for unit in units[max(0, at - 4) : at]} | {
            unit.lower for unit in units[end : end + 4]
        }
        if near & self.language.words["companies"]:
            return "organisation"
        if near & self.language.words["publications"]:
            return "publication"
        if near & self.language.words["bodies"]:
            return "organisation"
        before = units[at - 1].lower if at else ""
        if before in self.language.words["name_titles"]:
            return "person"
        words = [word for word in name.split() if word[:1].isupper()]
        if 2 <= len(words) <= 4 and not any(word.isupper() for word in words):
            return "person"
        return "unknown"

    def _remember(self, name: str, kind: Kind, at: int, gender: str = "") -> Entity:
        known = self._known(name)
        if known is None:
            known = Entity(name, kind, at, gender)
            self.entities.append(known)
            return known
        if len(name.split()) > len(known.name.split()) and known.name in name.split() and kind == "person":
            known.name = name
        if known.kind == "unknown":
            known.kind = kind
        known.at = at
        return known

    def _known(self, name: str) -> Entity | None:
        """The entity of this name: the same, a surname of it, its genitive or its initials."""
        wanted = slugify(name)
        best: Entity | None = None
        for entity in self.entities:
            have = slugify(entity.name)
            if have == wanted:
                return entity
            if self.language.code == "de" and (have + "s" == wanted or wanted + "s" == have):
                best = best or entity
            elif (
                entity.kind in ("person", "unknown")
                and len(wanted) > 2
                and "-" not in wanted
                and have.endswith("-" + wanted)
            ):
                best = entity
            elif (
                "-" in wanted
                and "-" not in have
                and entity.kind in ("person", "unknown")
                and wanted.endswith("-" + have)
                and len(have) > 2
            ):
                best = best or entity
            elif (
                len(name) <= 5
                and name.isupper()
                and _initials(entity.name) == name
                or len(entity.name) <= 5
                and entity.name.isupper()
                and _initials(name) == entity.name
            ):
                best = entity
            elif (
                have.startswith(wanted + "-")
                and entity.kind in ("organisation", "unknown")
                and len(wanted) > 3
            ):
                best = best or entity
        if best and len(best.name) <= 5 and best.name.isupper() and len(name) > 5:
            best.name = name
        return best

    # Resolving ---------------------------------------------------------------------------------

    def resolve(self, units: Sequence[Unit], at: int) -> Entity | None:
        """Who is meant by the units of a source that stands at ``at``; None when nobody can be told."""
        words = [unit for unit in units if unit.kind in ("word", "bracket", "quote")]
        if not words:
            return None
        entity = self._pronoun(words, at) if len(words) == 1 else None
        entity = entity or self._of_phrase(words, at)
        if entity:
            entity.at = at
            self.last = entity
        return entity

    def _pronoun(self, words: Sequence[Unit], at: int) -> Entity | None:
        word = words[0].lower.removeprefix("-t").removeprefix("-")
        if (
            not self.language.has("pronouns", words[0].lower)
            and not self.language.has("pronouns", word)
            and word not in ("lui", "elle", "eux", "him", "her", "it", "ihm", "ihr", "them")
        ):
            return None
        if self.language.has("first_person", words[0].lower):
            return None
        return self._referent(word, at) or self.last

    def _referent(self, word: str, at: int) -> Entity | None:
        language = self.language
        is_person = language.code == "en" and word in ("he", "she", "him", "her")
        is_thing = word in ("it",) or language.code == "de" and word == "es"
        if self.last and self._fits(self.last, is_person, is_thing):
            return self.last
        for entity in sorted(self.entities, key=lambda one: -one.at):
            if (
                entity.at < at
                and self._fits(entity, is_person, is_thing)
                and (not is_person or entity.kind == "person")
            ):
                return entity
        return None

    def _fits(self, entity: Entity, is_person: bool, is_thing: bool) -> bool:
        if is_person:
            return entity.kind in ("person", "unknown")
        return not (is_thing and entity.kind == "person")

    def _of_phrase(self, words: Sequence[Unit], at: int) -> Entity | None:
        head = self._head(words)
        names = self._names(words)
        persons = [name for name in names if name[1] == "person"]
        role = self._role(words)
        if persons and not (role and self._belongs(words, role, persons[0][2])):
            return self._remember(persons[0][0], "person", at)
        lower = head.lower if head else ""
        if role or self._is_document(words):
            body = next((name for name in names), None)
            if body:
                return self._remember(body[0], body[1], at)
            described = self._described(words, at, skip_first=True)
            if described:
                return described
            if self._is_document(words) and not self._has_own_words(words):
                return self._last_document(at)
        if names and (not lower or head is None or head.pos == "PROPN" or self._names_head(words, names)):
            return self._remember(names[0][0], names[0][1], at)
        described = self._described(words, at)
        if described:
            return described
        if names and len(words) <= 6:
            return self._remember(names[-1][0], names[-1][1], at)
        return self._unnamed(words, at)

    def _names(self, words: Sequence[Unit]) -> list[tuple[str, Kind, int]]:
        """Names in a source: (name, kind, index of its first unit)."""
        found: list[tuple[str, Kind, int]] = []
        index = 0
        while index < len(words):
            if words[index].kind == "word" and self._is_name(words, index):
                end = self._name_end(words, index)
                name = self._written(words[index:end])
                known = self._known(name)
                kind = (
                    known.kind if known and known.kind != "unknown" else self._kind(name, words, index, end)
                )
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
        return self._known(first) if first[:1].isupper() and len(first) > 1 else None

    def _names_head(self, words: Sequence[Unit], names: Sequence[tuple[str, Kind, int]]) -> bool:
        first = names[0][2]
        return not any(
            unit.pos == "ADP" or unit.lower in ("of", "de", "du", "d'", "des", "von")
            for unit in words[:first]
        )

    def _head(self, words: Sequence[Unit]) -> Unit | None:
        return next((unit for unit in words if unit.pos in ("NOUN", "PROPN")), None)

    def _nouns(self, words: Sequence[Unit]) -> list[str]:
        nouns = []
        for unit in words:
            lower = unit.lower
            nouns.append(lower)
            if self.language.code == "de" and unit.pos == "NOUN":
                nouns += [
                    lower.removesuffix("es"),
                    lower.removesuffix("s"),
                    lower.removesuffix("en"),
                    lower.removesuffix("n"),
                ]
            elif unit.pos == "NOUN":
                nouns.append(lower.removesuffix("s"))
            if "-" in lower:
                nouns += lower.split("-")
        return nouns

    def _role(self, words: Sequence[Unit]) -> str:
        return next((noun for noun in self._nouns(words) if self.language.has("speaking_roles", noun)), "")

    def _belongs(self, words: Sequence[Unit], role: str, name_at: int) -> bool:
        """Whether the name is that of the body (*a spokesman for Liu*), not of the speaker."""
        before = words[name_at - 1].lower if name_at else ""
        return before in ("of", "for", "de", "d'", "du", "von", "vom", "für", "des") and any(
            unit.lower == role for unit in words[:name_at]
        )

    def _is_document(self, words: Sequence[Unit]) -> bool:
        nouns = self._nouns(words[:4])
        return any(self.language.has("documents", noun) for noun in nouns)

    def _has_own_words(self, words: Sequence[Unit]) -> bool:
        return sum(unit.pos in ("NOUN", "PROPN") for unit in words) > 1

    def _last_document(self, at: int) -> Entity | None:
        publications = [
            entity for entity in self.entities if entity.kind == "publication" and entity.at <= at
        ]
        return max(publications, key=lambda one: one.at) if publications else self.last

    def _described(self, words: Sequence[Unit], at: int, skip_first: bool = False) -> Entity | None:
        """*le groupe*, *the British daily*, *das Unternehmen*: the nearest entity of that kind."""
        nouns = self._nouns(words[1:] if skip_first else words)
        language = self.language
        if (
            any(language.has("publications", noun) for noun in nouns)
            or skip_first
            and self._role_is_author(words)
        ):
            return self._nearest(at, {"publication"})
        if any(language.has("companies", noun) for noun in nouns):
            return self._nearest(at, {"organisation"}) or self._nearest(at, {"unknown"})
        return None

    def _role_is_author(self, words: Sequence[Unit]) -> bool:
        return any(
            unit.lower in ("authors", "auteurs", "autoren", "author", "auteur", "autor") for unit in words
        )

    def _nearest(self, at: int, kinds: set[Kind]) -> Entity | None:
        spoke = self.last if self.last and self.last.kind in kinds else None
        near = [entity for entity in self.entities if entity.kind in kinds and entity.at <= at]
        nearest = max(near, key=lambda one: one.at) if near else None
        return (
            spoke
            if spoke and (nearest is None or nearest.at - spoke.at < 150 or nearest is spoke)
            else nearest or spoke
        )

    def _unnamed(self, words: Sequence[Unit], at: int) -> Entity | None:
        """Somebody without a name: kept under the words that the article uses."""
        kept = [
            unit
            for unit in words
            if unit.kind == "word" and not (unit.pos == "DET" or self.language.has("determiners", unit.lower))
        ]
        if not kept:
            return None
        name = self._written(kept[:8])
        nouns = self._nouns(kept)
        kind: Kind = "unknown"
        if any(self.language.has("bodies", noun) for noun in nouns):
            kind = "organisation"
        elif any(self.language.has("documents", noun) for noun in nouns):
            kind = "document"
        elif any(self.language.has("speaking_roles", noun) for noun in nouns):
            kind = "group"
        return self._remember(name, kind, at)


def _initials(name: str) -> str:
    return "".join(
        word[0] for word in re.split(r"[\s-]+", name) if word and word.lower() not in INITIAL_JOIN
    ).upper()

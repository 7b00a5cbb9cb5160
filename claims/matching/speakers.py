"""Who is who across articles and languages.

A mention (*Weißes Haus*, *un porte-parole du groupe Alibaba*, *Lin Jian*) is read as a profile: an institution
we know, the name that is left when roles and kinds of company are taken off, or a body that is only described
(*ministère chinois des Affaires étrangères* = {China, foreign ministry}). Mentions with one profile are one
speaker. An unnamed spokesperson stands for the body.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from claims.extraction.records import Kind, Speaker
from claims.matching.bodies import as_one
from claims.matching.concepts import LANGUAGES, NONE, Concepts, concept_set, rows, tables
from claims.matching.institutions import institutions, without_ending
from claims.matching.names import skeleton
from claims.matching.reading import PRONOUN, Unit, read
from claims.matching.settled import NOTHING, Settled, settled_nearness
from claims.matching.words import fold, tokens

Nearness = Literal["same", "near", "apart"]
Mention = tuple[Speaker, str]  # a speaker of one article, and the article's language

# Legal forms and titles: no part of a name.
SUFFIXES = concept_set("legal-form")
TITLES = concept_set("title")
ARTICLES = re.compile(
    r"^(?:(?:the|a|an|der|die|das|dem|den|des|ein|eine|einem|einer|eines|le|la|les|un|une|du|de|au|aux|laut|selon)\s+|l['’]|d['’])+",
    re.I,
)
# A description that leads to a name: police in Lorne, infirmière de Lorne, Lehrerin aus Lorne.
LED = re.compile(
    r"\w*(?:anwaltschaft|polizei|gericht|universität|hochschule|klinikum|krankenhaus|feuerwehr|verwaltung|kammer)\s+[A-ZÄÖÜ]|"
    r"[^A-ZÄÖÜÉÈ]*(?:[A-ZÄÖÜ]\w+\s+)?(?:in|of|from|near|de|du|à|en|aus|von|vom|der|des)\s+(?:the\s+|la\s+|le\s+)?[A-ZÄÖÜÉÈ]"
)
# What was done to a speaker is no name of theirs: un porte-parole, interrogé par l'AFP.
ASIDE = re.compile(r",[^,]*\b(?:par|by|von|durch|gegenüber|auprès)\b[^,]*,?")
PUBLIC_LIFE = {"politics", "places", "law", "conflict", "economy"}
SHORT = re.compile(r"^[A-ZÄÖÜÉ]{2,6}$")


@dataclass(frozen=True, slots=True)
class Profile:
    """``names`` are skeletons; ``body`` the concepts that are left when names, roles and sorts are gone.

    ``is_led``: the name only says which, as in *the prosecutor’s office in Lorne*, and is nobody's by itself.
    """

    institution: str = ""
    names: tuple[str, ...] = ()
    body: Concepts = NONE
    is_led: bool = False

    @property
    def is_nobody(self) -> bool:
        """A mention that says nothing of who it is: *le groupe*, *he*, *the spokesman*."""
        return not (self.institution or self.names or self.body)

    @property
    def tells_little(self) -> bool:
        """Nobody, or a news agency: reports often name only the agency that a saying was made to."""
        return self.is_nobody or self.institution in concept_set("relay")


class Described(NamedTuple):
    """A body without a name of its own: the town that it stands in, if told, and what it is."""

    town: tuple[str, ...]
    body: Concepts


@cache
def _by_name() -> dict[str, str]:
    return {
        _key(name): one.slug
        for one in reversed(institutions().values())
        for cell in one.names
        for name in cell
    }


@cache
def _by_body() -> dict[Concepts, str]:
    """Institutions whose names are only words: {China, foreign ministry} -> chinese-foreign-ministry."""
    result: dict[Concepts, str] = {}
    for one in institutions().values():
        for language, cell in zip(LANGUAGES, one.names, strict=True):
            for name in cell:
                parts = _take_apart(name, language)
                if not parts.names and not parts.institutions and len(parts.body) > 1:
                    result.setdefault(parts.body, one.slug)
    return result


def _key(name: str) -> str:
    bare = fold(ARTICLES.sub("", name.strip().strip("„“”\"«»'’.,"))).replace("-", " ").replace("’", "'")
    return " ".join(without_ending(word) for word in bare.split())


@lru_cache(maxsize=50_000)
def profile(name: str, language: str) -> Profile:
    """What a printed mention says of who it is."""
    known = _by_name().get(_key(name))
    if known:
        return Profile(known)
    name = ASIDE.sub("", name)
    parts = _take_apart(name, language)
    if parts.names:
        known = _by_name().get(" ".join(parts.names))
        if known:
            return Profile(known)
        is_led = len(parts.names) == 1 and bool(LED.match(ARTICLES.sub("", name)))
        return Profile("", tuple(skeleton(one) for one in parts.names), parts.body, is_led)
    if len(parts.institutions) == 1 and not parts.body:
        return Profile(next(iter(parts.institutions)))
    known = _by_body().get(parts.body) or mentioned(name, language)
    return Profile(known) if known else Profile(body=parts.body | {f"@{slug}" for slug in parts.institutions})


def mentioned(name: str, language: str) -> str | None:
    """An institution whose printed name is part of the mention: *une note de la Maison-Blanche*; the longest wins."""
    text = f" {_key(name)} ".replace("'", " ")
    column = LANGUAGES.index(language) if language in LANGUAGES else 1
    found = [
        (len(key), one.slug)
        for one in institutions().values()
        for printed in one.names[column]
        if len(key := _key(printed)) > 3 and f" {key} " in text and " " in key
    ]
    return max(found)[1] if found else None


@dataclass(frozen=True, slots=True)
class _Parts:
    """A mention taken apart: names (folded), institutions (slugs) and the concepts of what is described."""

    names: tuple[str, ...]
    institutions: frozenset[str]
    body: Concepts


def _take_apart(name: str, language: str) -> _Parts:
    """The parts without roles; the sort of a thing (company, daily) goes too, it names nobody."""
    language = language if language in LANGUAGES else "en"
    capitals = {fold(token.text) for token in tokens(name, language) if token.text[0].isupper()}
    names: list[str] = []
    known, described = set(), []
    for unit in read(name, language).units:
        word = fold(unit.printed)
        if any(concept.startswith("@") for concept in unit.concepts):
            known.add(unit.text)
        elif word in SUFFIXES | TITLES or unit.weight <= PRONOUN or unit.concepts & concept_set("role"):
            continue
        elif unit.kind == "name" or (word in capitals and _goes_on(unit, names, language)):
            names.append(word)
        elif unit.concepts:
            described.append(unit)
    kept = [unit for unit in described if not unit.concepts & concept_set("sort")]
    is_firm = any(unit.concepts & concept_set("firm") for unit in described)
    if is_firm or (len(kept) < len(described) and all(unit.is_place for unit in kept)):
        kept = []  # the British daily, the Californian company: the story tells who that is
    body = frozenset(_main_concept(unit.concepts) for unit in kept)
    return _Parts(tuple(names), frozenset(known), body)


def _goes_on(unit: Unit, names: list[str], language: str) -> bool:
    """Whether a capitalised word that dictionaries know is part of a name: *Merz*, *James Elder*."""
    if unit.kind == "word":
        return True
    return bool(names) and language != "de" and not unit.is_place and not unit.concepts & concept_set("sort")


@cache
def _breadth() -> dict[str, int]:
    return {row.concept: sum(len(lemmas) for lemmas in row.lemmas.values()) for row in rows()}


def _main_concept(concepts: Concepts) -> str:
    """The reading that fits a body: of Peking the country, of l'Intérieur the ministry and not the inside."""
    return max(
        concepts,
        key=lambda concept: (tables().get(concept) in PUBLIC_LIFE, _breadth().get(concept, 0), concept),
    )


@dataclass(frozen=True, slots=True)
class Directory:
    """The speakers of one story: which mention is whom, and how near two speakers are."""

    speakers: dict[Mention, Speaker]
    profiles: dict[str, Profile]

    def of(self, speaker: Speaker | None, language: str) -> Speaker | None:
        return self.speakers.get((speaker, language)) if speaker else None

    def nearness(self, a: Speaker | None, b: Speaker | None) -> Nearness:
        """``near``: one side names nobody or only the agency that relays, or a body that the person speaks for."""
        if a is None or b is None:
            return "near"
        if a.slug == b.slug:
            return "same"
        if settled := settled_nearness(a, b):
            return settled
        one, other = self.profiles[a.slug], self.profiles[b.slug]
        if one.tells_little or other.tells_little:
            return "near"
        return "near" if _may_speak_for(one, a, other, b) or _may_speak_for(other, b, one, a) else "apart"

    def tells_little(self, speaker: Speaker | None) -> bool:
        return speaker is None or self.profiles[speaker.slug].tells_little


def _may_speak_for(person: Profile, who: Speaker, body: Profile, what: Speaker) -> bool:
    is_person = bool(person.names) and who.kind in {"person", "unknown"}
    is_body = not body.names and what.kind not in {"person", "publication"}
    return is_person and is_body


def directory(mentions: Iterable[Mention], settled: Settled = NOTHING) -> Directory:
    """One canonical speaker for each mention, editors' words first; whatever the order of the mentions, the same."""
    ordered = sorted(
        set(mentions), key=lambda mention: (mention[0].slug, mention[0].name, mention[0].kind, mention[1])
    )
    profiles = {mention: profile(mention[0].name or mention[0].slug, mention[1]) for mention in ordered}
    surnames = _full_names(profiles.values())
    acronyms = _acronyms(profiles)
    identities = [_identity(mention, profiles[mention], surnames, acronyms) for mention in ordered]
    described = _described_alike(identities)
    groups: dict[Hashable, list[Mention]] = defaultdict(list)
    for mention, identity in zip(ordered, identities, strict=True):
        groups[described.get(identity, identity)].append(mention)
    speakers: dict[Mention, Speaker] = {}
    known: dict[str, list[Profile]] = defaultdict(list)
    for members in groups.values():
        canonical = settled.who(_canonical(members, profiles), [speaker.slug for speaker, _ in members])
        for speaker, language in members:
            who = settled.under(canonical, speaker.name, language)
            speakers[speaker, language] = who
            known[who.slug].append(profiles[speaker, language])
    return Directory(speakers, {slug: max(own, key=_fullness) for slug, own in known.items()})


def _described_alike(identities: Iterable[Hashable]) -> dict[Hashable, Hashable]:
    """For each body that is only described the first that it is one with; those of two towns never are."""
    by_town: dict[tuple[str, ...], list[Concepts]] = defaultdict(list)
    for identity in dict.fromkeys(identities):
        if isinstance(identity, Described):
            by_town[identity.town].append(identity.body)
    return {
        Described(town, body): Described(town, bodies[first])
        for town, bodies in by_town.items()
        for body, first in zip(bodies, as_one(bodies), strict=True)
    }


def _fullness(one: Profile) -> tuple[str, int, list[str]]:
    return one.institution, len(one.names), sorted(one.body)


def _identity(
    mention: Mention, one: Profile, surnames: dict[str, tuple[str, ...]], acronyms: dict[str, Hashable]
) -> Hashable:
    speaker, _ = mention
    if one.institution:
        return one.institution
    if SHORT.match(speaker.name) and fold(speaker.name) in acronyms:
        return acronyms[fold(speaker.name)]
    if one.is_led:
        return Described(one.names, one.body) if one.body else speaker.slug
    if one.names:
        return surnames.get(one.names[-1], one.names) if len(one.names) == 1 else one.names
    return Described((), one.body) if one.body else speaker.slug


def _full_names(profiles: Iterable[Profile]) -> dict[str, tuple[str, ...]]:
    """For each surname the one full name that ends in it, or begins with it (Lin Jian); never that of two people."""
    full_names = sorted({one.names for one in profiles if len(one.names) > 1 and not one.institution})
    result: dict[str, tuple[str, ...]] = {}
    for end in (0, -1):
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for full in full_names:
            found[full[end]].append(full)
        for surname, candidates in found.items():
            result[surname] = candidates[0] if len(candidates) == 1 else ()
    return {surname: full for surname, full in result.items() if full}


def _acronyms(profiles: dict[Mention, Profile]) -> dict[str, Hashable]:
    """Initials of the names of several words in this story, where they are of one speaker only."""
    found: dict[str, set[Hashable]] = defaultdict(set)
    for (speaker, _), one in profiles.items():
        words = [word for word in re.split(r"[\s-]+", speaker.name) if word[:1].isupper()]
        if len(words) > 1:
            found[fold("".join(word[0] for word in words))].add(one.institution or one.names or one.body)
    return {initials: who.pop() for initials, who in found.items() if len(who) == 1}


def _canonical(members: list[Mention], profiles: dict[Mention, Profile]) -> Speaker:
    """The institution's own name, else the fullest name that an article gives (English before the others)."""
    slug = profiles[members[0]].institution
    if not slug:
        slug = next((one.institution for member in members if (one := profiles[member]).institution), "")
    if slug:
        return Speaker(slug, institutions()[slug].names[1][0], institutions()[slug].kind)
    best = max(
        members,
        key=lambda mention: (
            len(profiles[mention].names),
            mention[1] == "en",
            -len(mention[0].name),
            mention[0].name,
        ),
    )
    kinds = Counter(member[0].kind for member in members if member[0].kind != "unknown")
    kind: Kind = kinds.most_common(1)[0][0] if kinds else "unknown"
    return Speaker(best[0].slug, best[0].name, kind)

"""What a printed mention says of who it is: an institution we know, a name, or a body that is only described."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.matching.concepts import LANGUAGES, NONE, Concepts, concept_set, rows, tables
from claims.matching.institutions import institutions, without_ending
from claims.matching.names import skeleton
from claims.matching.reading import PRONOUN, Unit, read
from claims.matching.words import fold, tokens

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

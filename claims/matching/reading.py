"""What one wording says, as units that any of the three languages can be compared by.

A unit is a concept of the interlingua, a name, a number or a word the lexicon lacks. Negations are
kept apart from the topic: two sentences about one thing stay alike when one denies what the other says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from claims.matching import grammar
from claims.matching.concepts import NONE, Concepts, lexicon, tables, weights
from claims.matching.institutions import acronyms, printed_names, without_ending
from claims.matching.numbers import read_number
from claims.matching.words import Token, concepts_of, fold, is_word, lemma, split, tokens, without_denial

Kind = Literal["concept", "name", "number", "word"]

# A name or a number singles a saying out more than a common concept does; a word the lexicon lacks says
# nothing certain across languages. Chosen on one half of the tuning pairs, in steps of a tenth.
WEIGHT: dict[Kind, float] = {"concept": 1.0, "name": 1.5, "number": 1.2, "word": 0.8}
PRONOUN = 0.25  # the weight of the table of pronouns and modal verbs


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that is said: ``text`` is its lemma or name, ``printed`` its words, ``value`` a number's value."""

    kind: Kind
    text: str
    concepts: Concepts = NONE
    weight: float = 1.0
    value: float = 0.0
    place: int = 0
    printed: str = ""

    @property
    def is_place(self) -> bool:
        return any(tables().get(concept) == "places" for concept in self.concepts)

    @property
    def is_particular(self) -> bool:
        """A name, a place or a number: what singles out one thing among many."""
        return self.kind in {"name", "number"} or self.is_place


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A wording as read; compared by identity, for ``read`` keeps one for each wording."""

    language: str
    units: tuple[Unit, ...]
    negations: tuple[int, ...]  # the places (in units) before which a negation stands
    weight: float
    text: str = ""

    @property
    def concepts(self) -> Concepts:
        return frozenset(concept for unit in self.units for concept in unit.concepts)


@lru_cache(maxsize=50_000)
def read(text: str, language: str) -> Reading:
    """The units of a wording, in order; cached, for one wording meets many others."""
    words = tokens(text, language)
    units: list[Unit] = []
    negations: list[int] = []
    position = 0
    while position < len(words):
        found, taken = _units_at(words, position, language)
        is_phrase = taken > 1  # its concept has the negation in it: sans fondement, nicht wahr
        if not is_phrase and (
            _negates(words, position, language) or _is_denied(words[position].text, language)
        ):
            negations.append(len(units))
        printed = " ".join(word.text for word in words[position : position + taken])
        units += [replace(unit, place=len(units) + n, printed=printed) for n, unit in enumerate(found)]
        position += taken
    return Reading(language, tuple(units), tuple(negations), sum(unit.weight for unit in units), text)


def _negates(words: list[Token], position: int, language: str) -> bool:
    lowered = words[position].text.casefold()
    if lowered not in grammar.words("negation", language):
        return False
    before = {word.text.casefold() for word in words[max(0, position - 2) : position]}
    if language == "en" and "why" in before:
        return False  # why don't we: a proposal
    around = words[max(0, position - 4) : position + 3]
    if lowered not in grammar.words("needs-ne", language):
        return True
    return any(word.text.casefold() in grammar.words("ne", language) for word in around)


def _is_denied(word: str, language: str) -> bool:
    return not concepts_of(word, language) and bool(without_denial(word, language))


def _units_at(words: list[Token], position: int, language: str) -> tuple[list[Unit], int]:
    """The units that begin at a word, and how many words they take."""
    name = _institution_at(words, position, language)
    if name:
        slug, taken = name
        return [Unit("name", slug, frozenset({f"@{slug}"}), WEIGHT["name"])], taken
    phrase = _phrase_at(words, position, language)
    if phrase:
        text, concepts, taken = phrase
        return [_concept(text, concepts)], taken
    number = read_number([word.text for word in words[position : position + 8]], 0, language)
    if number:
        value, taken = number
        return [Unit("number", f"{value:g}", weight=WEIGHT["number"], value=value)], taken
    token = words[position]
    lowered = token.text.casefold()
    if lowered in grammar.words("stop", language) or lowered in grammar.words("negation", language):
        return [], 1
    return list(_word(token, language)), 1


def _institution_at(words: list[Token], position: int, language: str) -> tuple[str, int] | None:
    first = words[position].text
    if first in acronyms(language):
        return acronyms(language)[first], 1
    if not first[0].isupper():
        return None
    for parts, slug in printed_names(language).get(without_ending(first.casefold()), ()):
        if (
            tuple(without_ending(word.text.casefold()) for word in words[position : position + len(parts)])
            == parts
        ):
            return slug, len(parts)
    return None


def _phrase_at(words: list[Token], position: int, language: str) -> tuple[str, Concepts, int] | None:
    first = words[position].text
    phrases = lexicon(language).phrases
    for key in dict.fromkeys((first.casefold(), lemma(first, language).casefold())):
        for parts, concepts in phrases.get(key, ()):
            if _fits(parts, words[position : position + len(parts)], language):
                return " ".join(parts), concepts, len(parts)
    return None


def _fits(parts: tuple[str, ...], words: list[Token], language: str) -> bool:
    return len(parts) == len(words) and all(
        part in {word.text.casefold(), lemma(word.text, language).casefold()}
        or fold(part) == fold(word.text)
        or lemma(part, language) == lemma(word.text, language)
        for part, word in zip(parts, words, strict=True)
    )


def _concept(text: str, concepts: Concepts) -> Unit:
    """A word that may be a pronoun is one: *son* is rarely a sound."""
    light = frozenset(concept for concept in concepts if weights()[concept] <= PRONOUN)
    kept = light or concepts
    return Unit("concept", text, kept, max(weights()[concept] for concept in kept))


def _word(token: Token, language: str) -> Iterator[Unit]:
    text = token.text
    concepts = concepts_of(text, language)
    if concepts:
        yield _concept(lemma(text, language).casefold(), concepts)
        return
    denied = without_denial(text, language)
    if denied:
        yield _concept(denied, concepts_of(denied, language))
        return
    if _is_name(token, language):
        yield Unit("name", text, weight=WEIGHT["name"])
        return
    parts = split(text, language) if len(text) > 6 else ()
    for part in parts:
        found = concepts_of(part, language)
        yield _concept(part, found) if found else Unit("word", part, weight=WEIGHT["word"] / 2)
    if not parts and len(text) > 1:
        yield Unit("word", lemma(text, language).casefold(), weight=WEIGHT["word"])


def _is_name(token: Token, language: str) -> bool:
    """A capitalised word that no dictionary has; in French and English also a known one inside a sentence."""
    text = token.text
    if any(letter.isdigit() for letter in text):
        return True
    if not text[0].isupper():
        return False
    if language == "de":
        return not is_word(text, language) and not (len(text) > 6 and split(text, language))
    return not token.opens or not is_word(text.casefold(), language)

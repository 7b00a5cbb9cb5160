"""Words looked for in any of the three languages, found in all: a query and a wording meet in the concepts they share.

Django-free. A query of one language is read as each of the three in turn, for nobody says which one it is in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from claims.matching.concepts import LANGUAGES, NONE, Concepts, rows
from claims.matching.institutions import institutions
from claims.matching.reading import Unit, read
from claims.matching.words import fold

LONGEST = 200  # characters of a query that are read
MOST_TERMS = 16  # of a search; each is looked for in every wording
SHORTEST_STEM, ENDING = 4, 3  # letters: what is kept of a word at least, and what an inflection may change


@dataclass(frozen=True, slots=True)
class Hit:
    """An unbroken run of a text; ``is_hit`` when it is what was looked for."""

    text: str
    is_hit: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One thing looked for: its letters, folded, and the concepts it may stand for."""

    letters: str
    concepts: Concepts = NONE


@dataclass(frozen=True, slots=True)
class Query:
    """What a query may mean: in every reading all its terms are looked for."""

    readings: tuple[tuple[Term, ...], ...]

    def matches(self, wordings: Iterable[tuple[str, str]], *, also: str = "") -> bool:
        """Tell whether one of the wordings (text, language), together with `also`, holds every term of a reading."""
        elsewhere = _folded(also)
        return any(
            all(_is_in(term, text, language, elsewhere) for term in terms)
            for text, language in wordings
            for terms in self.readings
        )

    def hits(self, text: str, language: str) -> tuple[Hit, ...]:
        """Cut a text by the words that answer to a term; joined, the pieces are the text."""
        spans = sorted({span for term in self._terms() for span in _places(term, text, language)})
        return tuple(_cut(text, spans))

    def stems(self) -> list[list[frozenset[str]]]:
        """For each reading and each of its terms, beginnings of words (folded) of which a text must have one to be found."""
        return [[_stems(term) for term in terms] for terms in self.readings]

    def _terms(self) -> set[Term]:
        return {term for terms in self.readings for term in terms}


@lru_cache(maxsize=1000)
def understand(words: str) -> Query:
    """Read the words of a reader in each language; words that carry nothing by themselves are passed over."""
    words = words[:LONGEST].strip()
    readings = {_terms(read(words, language).units) for language in LANGUAGES} - {()}
    plain = tuple(Term(_folded(word)) for word in words.split()[:MOST_TERMS])
    return Query(tuple(sorted(readings, key=repr)) or ((plain,) if plain else ()))


def _terms(units: Iterable[Unit]) -> tuple[Term, ...]:
    some = islice(units, MOST_TERMS)
    return tuple(Term(_folded(unit.printed or unit.text), unit.concepts) for unit in some)


def _is_in(term: Term, text: str, language: str, elsewhere: str) -> bool:
    letters = _folded(text)
    if term.letters in letters or (elsewhere and term.letters in elsewhere):
        return True
    # To read a text takes a thousand times as long as to look whether reading it is worth while.
    if not term.concepts or not any(stem in letters for stem in _stems(term)):
        return False
    return bool(term.concepts & _concepts(text, language))


@lru_cache(maxsize=5000)
def _stems(term: Term) -> frozenset[str]:
    words = {word for concept in term.concepts for word in _words().get(concept, ())}
    stems = {word[: max(SHORTEST_STEM, len(word) - ENDING)] for word in words}
    return frozenset(stem for stem in {*stems, term.letters} if stem)


@cache
def _words() -> dict[str, set[str]]:
    """The words of each concept and institution in all languages, folded; of a phrase its longest word."""
    words: dict[str, set[str]] = {}
    for row in rows():
        for lemmas in row.lemmas.values():
            words.setdefault(row.concept, set()).update(_longest(lemma) for lemma in lemmas)
    for slug, institution in institutions().items():
        names = [name for own in institution.names for name in own]
        words.setdefault(f"@{slug}", set()).update(_longest(name) for name in names)
    return words


def _longest(phrase: str) -> str:
    return fold(
        max(phrase.replace("’", "'").replace("-", " ").replace("'", " ").split(), key=len, default="")
    )


@lru_cache(maxsize=50_000)
def _folded(text: str) -> str:
    """Folded, with the apostrophe of keyboards for that of print."""
    return fold(text).replace("’", "'")


@lru_cache(maxsize=50_000)
def _concepts(text: str, language: str) -> Concepts:
    return read(text, language).concepts


def _places(term: Term, text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where whole words of the text answer to a term."""
    for match in re.finditer(r"[^\W_]+(?:[’'-][^\W_]+)*", text):
        if term.letters and term.letters in _folded(match.group()):
            yield match.span()
    begin = 0
    for unit in read(text, language).units if term.concepts else ():
        printed = re.compile(r"[\W_]*".join(map(re.escape, unit.printed.split())) or "$^", re.I)
        found = printed.search(text, begin) or printed.search(text)
        if found:
            begin = found.end()
            if term.concepts & unit.concepts:
                yield _whole_word(text, *found.span())


def _whole_word(text: str, start: int, end: int) -> tuple[int, int]:
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _cut(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Hit]:
    done = 0
    for start, end in spans:
        if end <= done:
            continue
        start = max(start, done)
        if start > done:
            yield Hit(text[done:start])
        yield Hit(text[start:end], is_hit=True)
        done = end
    if done < len(text):
        yield Hit(text[done:])

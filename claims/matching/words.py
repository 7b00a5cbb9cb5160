"""Text to words: tokens, lemmas, folded spellings, the parts of German compounds.

Works on one language's words at a time and knows nothing of concepts beyond the lexicon it looks them up in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import simplemma

from claims.matching.concepts import NONE, Concepts, lexicon
from claims.matching.forms import guesses

# A number with its separators, or a word; apostrophes stay inside and hyphens part.
TOKEN = re.compile(
    r"\d+(?:[.,\u00a0\u202f ]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,:]\d+)?|[^\W\d_]+(?:['’:*][^\W\d_]+)*\d*|[%$€£]"
)
END = re.compile(r"[.!?;:…\n]|[„“”\"«»]")
ELISIONS = {"l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"}
# Greek and Latin heads that all three languages put before a word of their own.
PREFIXES = (
    "cyber",
    "anti",
    "ultra",
    "inter",
    "multi",
    "euro",
    "super",
    "mini",
    "video",
    "radio",
    "auto",
    "öko",
    "bio",
    "tele",
)
DENYING_PREFIXES = {"de": ("nicht", "un"), "en": ("non", "un"), "fr": ("non", "in", "im", "ir")}
LINKS = ("", "s", "es", "n", "en", "er", "e", "ens")
SHORTEST_PART = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text as printed; ``opens`` is true for the first word of a sentence or quotation."""

    text: str
    opens: bool


def tokens(text: str, language: str) -> list[Token]:
    """The words and numbers of a text; French elisions and English genitives come apart."""
    result: list[Token] = []
    end = 0
    for match in TOKEN.finditer(text):
        opens = not result or bool(END.search(text[end : match.start()]))
        end = match.end()
        for part in _parts(match.group().replace("’", "'"), language):
            result.append(Token(part, opens))
            opens = False
    return result


def _parts(word: str, language: str) -> list[str]:
    head, mark, tail = word.partition("'")
    if not mark:
        return [word.replace(":", "").replace("*", "")] if language == "de" else [word]
    if language == "fr" and head.casefold() in ELISIONS:
        return [head + "'", *_parts(tail, language)]
    if language == "en":
        if tail.casefold() == "t":
            return (
                ["cannot"]
                if head.casefold() == "can"
                else [head[:-1], "not"]
                if head[-1:] in "nN"
                else [word]
            )
        if tail.casefold() in {"s", "re", "ve", "ll", "d", "m"}:
            return [head, "will"] if tail.casefold() == "ll" else [head]
    if language == "de" and len(tail) <= 1:
        return [head]
    return [word]


def fold(word: str) -> str:
    """Casefolded, without accents: États -> etats, groß -> gross, Größe -> grosse."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=200_000)
def lemma(word: str, language: str) -> str:
    """The dictionary form; simplemma reads some 15,000 words a second, hence the cache."""
    return simplemma.lemmatize(word, lang=language)


@lru_cache(maxsize=200_000)
def is_word(word: str, language: str) -> bool:
    """Whether the dictionary of the language has the word."""
    return simplemma.is_known(word, lang=language)


@lru_cache(maxsize=200_000)
def concepts_of(word: str, language: str) -> Concepts:
    """The concepts a single word may stand for, by its form, its lemma or its spelling without accents."""
    words = lexicon(language).words
    lowered = word.casefold()
    found = words.get(lowered, NONE) | words.get(lemma(word, language).casefold(), NONE)
    if word != lowered:
        found |= words.get(lemma(lowered, language).casefold(), NONE)
    return found or _unaccented(language).get(fold(word), NONE) or _guessed(lowered, language)


def _guessed(lowered: str, language: str) -> Concepts:
    words = lexicon(language).words
    return next((words[guess] for guess in guesses(lowered, language) if guess in words), NONE)


@lru_cache(maxsize=8)
def _unaccented(language: str) -> dict[str, Concepts]:
    result: dict[str, Concepts] = {}
    for word, concepts in lexicon(language).words.items():
        key = fold(word)
        if key != word:
            result[key] = result.get(key, NONE) | concepts
    return result


@lru_cache(maxsize=100_000)
def without_denial(word: str, language: str) -> str:
    """The word that a negative prefix turns round: unsafe -> safe; empty when there is none."""
    lowered = word.casefold()
    for prefix in DENYING_PREFIXES.get(language, ()):
        rest = lowered.removeprefix(prefix)
        if len(rest) < len(lowered) and len(rest) > SHORTEST_PART and concepts_of(rest, language):
            return rest
    return ""


@lru_cache(maxsize=100_000)
def split(word: str, language: str) -> tuple[str, ...]:
    """A compound as parts that the lexicon knows (Handelsabkommen -> handel, abkommen), else empty."""
    lowered = word.casefold()
    if language == "de":
        return _split_german(lowered, 4, _stands) or _split_german(lowered, 4, _is_known)
    for prefix in PREFIXES:
        if lowered.startswith(prefix) and concepts_of(lowered[len(prefix) :], language):
            return (prefix, lowered[len(prefix) :])
    return ()


def _stands(word: str) -> bool:
    return word in lexicon("de").words


def _is_known(word: str) -> bool:
    return bool(concepts_of(word, "de"))


def _split_german(word: str, most: int, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """The longest last part first: the head of a compound stands at its end."""
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        head, tail = word[:cut], word[cut:]
        if not fits(tail):
            continue
        first = _without_link(head)
        if first:
            return (first, tail)
        if most > 2 and len(head) >= 2 * SHORTEST_PART:
            parts = _split_german(_known_part(head), most - 1, fits)
            if parts:
                return (*parts, tail)
    return ()


def _known_part(head: str) -> str:
    return head[:-1] if head.endswith("s") else head


def _without_link(head: str) -> str:
    """The first part of a compound without its linking letters, when the lexicon knows it."""
    for link in LINKS:
        stem = head.removesuffix(link) if link else head
        for form in (stem, stem + "e", stem + "en"):
            if (
                len(form) >= SHORTEST_PART
                and len(stem) + len(link) == len(head)
                and form in lexicon("de").words
            ):
                return form
    return head if head in PREFIXES else ""

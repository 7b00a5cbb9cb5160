"""A word that stands as a name inside a sentence of the text is a name where it opens one, whatever its tag there.

A tagger trained on little text takes *Anthropic, une jeune pousse, …* for an adverb: at a sentence's start the capital
tells it nothing. The rest of the article does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import simplemma

from claims.extraction.lexicon import Language
from claims.extraction.reading import Sentence, Unit

# Ends of German nouns that are made anew every day.
NOUN_ENDS = (
    "ung",
    "ungen",
    "heit",
    "heiten",
    "keit",
    "keiten",
    "schaft",
    "schaften",
    "ismus",
    "innen",
    "tion",
    "tionen",
)
NOMINAL = frozenset({"NOUN", "PROPN"})


def trust_names(sentences: Sequence[Sentence], language: Language) -> None:
    """Retag the first words of sentences that are names elsewhere in the same text, or that no dictionary has."""
    if language.code == "de":
        _trust_strangers(sentences)
    names = {
        unit.text
        for sentence in sentences
        for unit in sentence.units[1:]
        if unit.kind == "word" and unit.pos == "PROPN" and unit.text[0].isupper()
    }
    for sentence in sentences:
        first = next((unit for unit in sentence.units if unit.kind == "word"), None)
        if (
            first is not None
            and (
                first.text in names
                or language.code == "fr"
                and _is_renamed_stranger(first, sentence, language)
            )
            and first.pos not in NOMINAL
            and not language.has("determiners", first.lower)
            and not language.has("pronouns", first.lower)
        ):
            first.pos, first.form, first.mood = "PROPN", "", ""


# Adverbs that may open a sentence before a comma, and that the dictionary lacks.
ADVERBS = frozenset({"pourtant", "néanmoins", "toujours", "certes", "déjà", "souvent", "partout", "longtemps", "toutefois"})  # fmt: skip


def _is_renamed_stranger(first: Unit, sentence: Sentence, language: Language) -> bool:
    """French *Nordline, une jeune pousse, a dit …*: a word that no dictionary has, with an apposition behind it."""
    at = sentence.units.index(first)
    behind = sentence.units[at + 1 : at + 3]
    if len(behind) < 2 or behind[0].text != "," or not language.has("determiners", behind[1].lower):
        return False
    lower = first.lower
    is_word = lower in ADVERBS or lower.endswith("ment") or lower in language.forms
    return not is_word and _is_strange_in_french(lower)


@lru_cache(maxsize=50_000)
def _is_strange_in_french(word: str) -> bool:
    return word.isalpha() and len(word) > 3 and not simplemma.is_known(word, lang="fr")


def _trust_strangers(sentences: Sequence[Sentence]) -> None:
    """German writes all nouns with a capital: one that no dictionary knows and no article leads is a name."""
    places: defaultdict[str, list[tuple[Unit, Unit | None]]] = defaultdict(list)
    for sentence in sentences:
        for at, unit in enumerate(sentence.units):
            if unit.kind == "word" and unit.pos in ("NOUN", "X") and unit.text[0].isupper():
                places[unit.text].append((unit, sentence.units[at - 1] if at else None))
    for word, found in places.items():
        if any(before is not None and before.pos in ("DET", "ADJ", "NUM") for _, before in found):
            continue
        if _is_strange(word):
            for unit, _ in found:
                unit.pos = "PROPN"


@lru_cache(maxsize=50_000)
def _is_strange(word: str) -> bool:
    """Neither in the dictionary nor a compound whose last part is: *Alibaba*, not *Spionagekampagne*."""
    return (
        word.isalpha()
        and len(word) > 3
        and not word.lower().endswith(NOUN_ENDS)
        and not simplemma.is_known(word, lang="de")
        and not any(simplemma.is_known(word[at:].capitalize(), lang="de") for at in range(3, len(word) - 4))
    )

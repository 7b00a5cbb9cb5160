"""A word that stands as a name inside a sentence of the text is a name where it opens one, whatever its tag there.

A tagger trained on little text takes *Anthropic, une jeune pousse, …* for an adverb: at a sentence's start the capital
tells it nothing. The rest of the article does.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.lexicon import Language
from claims.extraction.reading import Sentence

NOMINAL = frozenset({"NOUN", "PROPN"})


def trust_names(sentences: Sequence[Sentence], language: Language) -> None:
    """Retag the first words of sentences that are names elsewhere in the same text."""
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
            and first.text in names
            and first.pos not in NOMINAL
            and not language.has("determiners", first.lower)
            and not language.has("pronouns", first.lower)
        ):
            first.pos, first.form, first.mood = "PROPN", "", ""

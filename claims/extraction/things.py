"""Tells French nouns that name no speaker: *cette position rappelle …*, *des informations liées à l'IA indiquent …*.

What they are said to tell may be worth keeping, but no reader should find them among the speakers.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.lexicon import Language
from claims.extraction.reading import Unit

ABSTRACT = ("tion", "sion", "ité", "isme", "ance", "ence", "itude")
# Lists of those who may speak, whatever the ending of the word.
SPEAKING = ("things_that_speak", "bodies", "companies", "publications", "documents", "speaking_roles", "name_titles")  # fmt: skip
OF = frozenset({"de", "d'", "du", "des"})


def is_thing(words: Sequence[Unit], language: Language) -> bool:
    """Whether the phrase is led by a noun that cannot speak and that belongs to nobody."""
    if language.code != "fr":
        return False
    at = next((i for i, unit in enumerate(words) if unit.pos in ("NOUN", "PROPN")), -1)
    if at < 0 or words[at].text[0].isupper() and at:
        return False
    if any(unit.lower in OF and unit.pos != "DET" for unit in words[at + 1 :]):
        return False  # les déclarations du maire
    lower = words[at].lower
    single = lower if language.has("things", lower) else lower.removesuffix("s")
    if any(language.has(kind, word) for kind in SPEAKING for word in (lower, single)):
        return False
    return language.has("things", single) or language.has("speechless", lower) or single.endswith(ABSTRACT)

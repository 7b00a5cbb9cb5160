"""Whether a wording states something or hedges it, and in which words: *fournirait*, *soll*, *allegedly*.

A future tense, reported speech (Konjunktiv I) and politeness are no hedges.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from claims.matching import grammar
from claims.matching.words import is_word, lemma

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
CONDITIONAL = re.compile(r"^(.+r)(?:ait|aient)$")
# Conditionals whose stem is no infinitive; *serait* and *aurait* hedge like the others in French reports.
IRREGULAR = {
    "ser",
    "aur",
    "pourr",
    "devr",
    "fer",
    "verr",
    "viendr",
    "tiendr",
    "voudr",
    "saur",
    "faudr",
    "enverr",
}
# Hedges beside those of the grammar's table, which likeness does not need.
MORE = {
    "de": re.compile(
        r"^(?:angeblich\w*|mutmaßlich\w*|vermeintlich\w*|vermutet\w*|potenziell\w*|möglich\w*)$"
    ),
    "en": re.compile(r"^(?:alleged|suspected|supposed|supposedly|purported|purportedly|presumed)$"),
    "fr": re.compile(r"^(?:supposée?s?|présumée?s?|prétendue?s?|soi-disant|potentiel\w*|éventuel\w*)$"),
}
DENIED: dict[str, Callable[[str, re.Match[str]], bool]] = {
    "de": lambda text, word: False,
    "en": lambda text, word: bool(re.match(r"(?:n['’]t|\s+not)\b", text[word.end() :])),
    "fr": lambda text, word: bool(re.search(r"\bn(?:e\s+|['’])$", text[: word.start()], re.I)),
}
# A verb in front makes a reported future of them: he said he would, elle a dit qu'il viendrait.
NO_HEDGE = {"de": {"würde", "würden"}, "en": {"would", "should"}, "fr": set[str]()}


def hedges(text: str, language: str) -> list[tuple[int, int]]:
    """The places of the words that make a saying possible, conditional or alleged.

    Not what is denied: *could not*, *n'exigerait jamais* (what was to come, told in the past).
    """
    return [
        match.span()
        for match in WORD.finditer(text)
        if is_hedge(match.group(), language) and not DENIED[language](text, match)
    ]


@lru_cache(maxsize=50_000)
def is_hedge(word: str, language: str) -> bool:
    lowered = word.casefold()
    if lowered in NO_HEDGE.get(language, ()):
        return False
    if lowered in grammar.words("hedge", language):
        return True
    more = MORE.get(language)
    if more and more.match(lowered):
        return True
    return language == "fr" and _is_conditional(lowered)


def _is_conditional(word: str) -> bool:
    """*fournirait*, *transmettrait*; not the past of *préparer* or *montrer*, which ends alike."""
    match = CONDITIONAL.match(word)
    if not match:
        return False
    stem = match.group(1)
    if stem in IRREGULAR or any(stem.endswith(irregular) and len(irregular) > 4 for irregular in IRREGULAR):
        return True
    if is_word(stem + "er", "fr"):
        return False
    infinitive = stem if stem[-2:] in {"er", "ir"} else stem + "e"
    return is_word(infinitive, "fr") and lemma(infinitive, "fr") == infinitive

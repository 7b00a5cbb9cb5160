"""Inflected and derived forms that the lemmatizer leaves as they are, undone by their endings.

A guess is only worth something when the lexicon knows it: *condamnées* -> *condamner*, *geplante* -> *planen*,
*Verfolgung* -> *verfolgen*, *thwarting* -> *thwart*.
"""

from __future__ import annotations

from collections.abc import Iterator

# Ending as printed -> endings of the dictionary form, longest first.
ENDINGS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "de": (
        ("igkeiten", ("ig", "")), ("igkeit", ("ig", "")), ("lichkeit", ("lich",)), ("barkeit", ("bar",)), ("heiten", ("",)), ("heit", ("",)), ("keit", ("",)),
        ("ierungen", ("ieren",)), ("ierung", ("ieren",)), ("ungen", ("en", "n", "ung")), ("ung", ("en", "n", "eln", "ern")), ("erinnen", ("er",)), ("innen", ("", "e", "er")), ("erin", ("er",)), ("in", ("", "e")),
        ("ende", ("en",)), ("enden", ("en",)), ("ender", ("en",)), ("endes", ("en",)), ("endem", ("en",)), ("end", ("en",)),
        ("test", ("en",)), ("ten", ("en", "t")), ("tet", ("en", "ten")), ("te", ("en", "t")), ("est", ("en",)), ("et", ("en",)), ("st", ("en",)),
        ("em", ("", "e", "en")), ("en", ("", "e", "er")), ("er", ("", "e", "en")), ("es", ("", "e")), ("e", ("", "en")), ("n", ("", "en")), ("s", ("",)), ("t", ("en", "n")),
    ),
    "en": (
        ("iness", ("y",)), ("ness", ("",)), ("ously", ("ous",)), ("ically", ("ic", "ical")), ("ally", ("al",)), ("ily", ("y",)), ("ly", ("", "le")),
        ("ations", ("ate", "e", "")), ("ation", ("ate", "e", "")), ("ments", ("",)), ("ment", ("",)), ("ers", ("", "e", "er")), ("ors", ("", "e")),
        ("ied", ("y",)), ("ies", ("y",)), ("ed", ("", "e")), ("ing", ("", "e")), ("er", ("", "e")), ("or", ("", "e")), ("es", ("", "e")), ("s", ("",)),
    ),
    "fr": (
        ("ements", ("er", "ir")), ("ement", ("er", "e", "")), ("amment", ("ant",)), ("emment", ("ent",)), ("ment", ("", "e")), ("ations", ("er",)), ("ation", ("er",)),
        ("issaient", ("ir",)), ("issent", ("ir",)), ("issant", ("ir",)), ("issait", ("ir",)), ("eraient", ("er",)), ("iraient", ("ir",)), ("eront", ("er",)), ("iront", ("ir",)), ("erait", ("er",)), ("irait", ("ir",)),
        ("aient", ("er", "re", "ir", "oir")), ("èrent", ("er",)), ("era", ("er",)), ("ira", ("ir",)), ("ait", ("er", "re", "ir")), ("ant", ("er", "re", "ir")), ("antes", ("er",)), ("ante", ("er",)), ("ants", ("er",)),
        ("ées", ("er",)), ("és", ("er",)), ("ée", ("er",)), ("é", ("er",)), ("ies", ("ir",)), ("ie", ("ir",)), ("is", ("ir", "re")), ("it", ("ir", "re")), ("i", ("ir",)),
        ("ues", ("re", "oir", "ir")), ("us", ("re", "oir", "ir")), ("ue", ("re", "oir", "ir")), ("u", ("re", "oir", "ir")), ("ent", ("er", "re", "ir")), ("ons", ("er", "re")), ("ez", ("er", "re")),
        ("trices", ("teur",)), ("trice", ("teur",)), ("euses", ("eur",)), ("euse", ("eur", "eux")), ("elles", ("el",)), ("elle", ("el",)), ("ives", ("if",)), ("ive", ("if",)), ("aux", ("al",)), ("ales", ("al",)),
        ("ennes", ("en",)), ("enne", ("en",)), ("es", ("", "er", "e")), ("e", ("er", "")), ("a", ("er",)), ("x", ("",)), ("s", ("",)),
    ),
}  # fmt: skip
SHORTEST_STEM = 3


def guesses(word: str, language: str) -> Iterator[str]:
    """Dictionary forms a casefolded word may have, the longest ending first."""
    yield from _by_ending(word, language)
    if language == "de":
        yield from _participles(word)
        for umlaut, vowel in (("ä", "a"), ("ö", "o"), ("ü", "u")):  # gefällt -> gefallen, Bücher -> Buch
            if umlaut in word:
                yield word.replace(umlaut, vowel)
                yield from _by_ending(word.replace(umlaut, vowel), language)


def _by_ending(word: str, language: str) -> Iterator[str]:
    for ending, replacements in ENDINGS.get(language, ()):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            for replacement in replacements:
                yield word[: len(word) - len(ending)] + replacement


def _participles(word: str) -> Iterator[str]:
    """geplant, geplante -> planen; angekündigten -> ankündigen; auszuloten -> ausloten."""
    bare = word
    for ending in ("en", "em", "er", "es", "e"):
        if word.endswith("t" + ending):
            bare = word.removesuffix(ending)
            break
    for mark in ("ge", "zu"):
        start = bare.find(mark)
        while 0 <= start <= 6:
            head, tail = bare[:start], bare[start + 2 :]
            if len(tail) >= SHORTEST_STEM:
                stem = tail.removesuffix("t") if mark == "ge" else tail.removesuffix("en")
                yield head + stem + "en"
                yield head + stem.removesuffix("e") + "en"
                yield head + stem + "n"
            start = bare.find(mark, start + 1)

"""Numbers as written in figures or words in German, English and French.

``value_of`` reads one token, ``combine`` joins what stands side by side (*2,5 Millionen*, *three hundred*).
"""

from __future__ import annotations

import re
from functools import lru_cache

UNITS: dict[str, dict[str, float]] = {
    "de": {
        "null": 0, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
        "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16,
        "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "zwanzig": 20, "dreissig": 30, "vierzig": 40,
        "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90, "dutzend": 12, "beide": 2, "beiden": 2,
    },
    "en": {
        "zero": 0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
        "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12, "both": 2,
    },
    "fr": {
        "zéro": 0, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
        "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20,
        "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "nonante": 90,
        "dizaine": 10, "douzaine": 12, "vingtaine": 20, "trentaine": 30, "cinquantaine": 50, "centaine": 100, "centaines": 100,
    },
}  # fmt: skip
SCALES: dict[str, dict[str, float]] = {
    "de": {"hundert": 1e2, "tausend": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6, "milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9, "billion": 1e12, "billionen": 1e12},
    "en": {"hundred": 1e2, "hundreds": 1e2, "thousand": 1e3, "thousands": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9, "billions": 1e9, "bn": 1e9, "trillion": 1e12, "trillions": 1e12},
    "fr": {"cent": 1e2, "cents": 1e2, "mille": 1e3, "millier": 1e3, "milliers": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9, "billion": 1e12, "billions": 1e12},
}  # fmt: skip
ONE = {
    "de": {"ein", "eine", "eins", "einer", "einem", "einen"},
    "en": {"a", "an", "one"},
    "fr": {"un", "une"},
}
DIGITS = re.compile(r"\d")


@lru_cache(maxsize=20_000)
def value_of(word: str, language: str) -> float | None:
    """The value of one token, None when it is no number: 2,5 -> 2.5 (de, fr), 2.500 -> 2500 (de), vingt -> 20."""
    if DIGITS.match(word):
        return _figures(word, language)
    lowered = word.casefold()
    units = UNITS.get(language, {})
    if lowered in units:
        return units[lowered]
    return _german_word(lowered) if language == "de" else None


def scale_of(word: str, language: str) -> float | None:
    """The factor a token stands for: Millionen -> 1000000."""
    return SCALES.get(language, {}).get(word.casefold().rstrip("."))


def _figures(word: str, language: str) -> float | None:
    bare = re.sub(r"[\u00a0\u202f ]", "", word)
    if ":" in bare or not re.fullmatch(r"[\d.,]+", bare):
        return None
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", bare) and (language != "fr" or "," not in bare):
        point = "." if language == "en" else ","
        if point not in bare or len(re.findall(r"[.,]", bare)) > 1:
            return float(re.sub(r"[.,]", "", bare))
    if language == "en":
        return float(bare.replace(",", "")) if bare.count(".") <= 1 else None
    if "," in bare:
        return float(bare.replace(".", "").replace(",", ".")) if bare.count(",") == 1 else None
    return float(bare) if bare.count(".") <= 1 else None


def _german_word(word: str) -> float | None:
    """zweiundzwanzig -> 22, dreihundertfünf -> 305; None when any letter is left over."""
    total = 0.0
    for name, factor in (("tausend", 1e3), ("hundert", 1e2)):
        head, mark, tail = word.partition(name)
        if mark:
            count = 1.0 if head in {"", "ein"} else _german_word(head)
            if count is None:
                return None
            total, word = total + count * factor, tail.removeprefix("und")
            if not word:
                return total
    units = UNITS["de"]
    if word in units:
        return total + units[word]
    head, mark, tail = word.partition("und")
    if mark and tail in units and (head == "ein" or head in units):
        return total + units[tail] + (1.0 if head == "ein" else units[head])
    return None


def read_number(words: list[str], start: int, language: str) -> tuple[float, int] | None:
    """The number that begins at words[start] and how many words it takes; None when none does.

    A bare *one* or *un* is an article as often as a number: it counts only before a scale (*une centaine*,
    *one million*).
    """
    total = current = 0.0
    taken = 0
    position = start
    while position < len(words):
        word = words[position]
        value, scale = value_of(word, language), scale_of(word, language)
        if scale is not None:
            current = (current or 1.0) * scale
            if scale >= 1e3:
                total, current = total + current, 0.0
        elif value is not None and (taken == 0 or _continues(words[position - 1], word, language, current)):
            current = 80.0 if (language, current, value) == ("fr", 4.0, 20.0) else current + value
        elif not _is_glue(words, position, language, taken):
            break
        position += 1
        taken = position - start
    return (total + current, taken) if taken else None


def _continues(before: str, word: str, language: str, current: float) -> bool:
    """Whether a second number word goes on with the first: hundred five, vingt deux, but not 3 5."""
    if DIGITS.match(before) or DIGITS.match(word) or language == "de":
        return scale_of(before, language) is not None and not DIGITS.match(word)
    return (
        current == 0
        or scale_of(before, language) is not None
        or current >= 20
        or before in {"and", "et", "dix"}
        or (before, word) == ("quatre", "vingts")
        or (before, word) == ("quatre", "vingt")
    )


def _is_glue(words: list[str], position: int, language: str, taken: int) -> bool:
    """An article before a scale, or *and* inside a number."""
    following = words[position + 1] if position + 1 < len(words) else ""
    if taken == 0:
        return (
            words[position].casefold() in ONE.get(language, set())
            and scale_of(following, language) is not None
            and following.casefold() != "cent"
        )
    inside = scale_of(words[position - 1], language) is not None or language == "fr"
    return (
        words[position] in {"and", "et"}
        and inside
        and value_of(following, language) is not None
        and not DIGITS.match(following)
    )

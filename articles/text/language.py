"""In which language a report is written: declared, or found by langdetect, the same way every time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from langdetect import PROFILES_DIRECTORY, DetectorFactory, LangDetectException  # type: ignore[import-untyped]

SEED = 0  # langdetect draws at random; with one seed the same text has the same language for ever
ENOUGH = 10_000  # characters; langdetect reads no more
SURE = 0.9  # langdetect on news of fifty words and more is above .99; below .9 it was wrong about every third time
CODE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Detected:
    """``language``: ISO 639-1, empty when nobody can tell; ``probability``: langdetect's, None when declared."""

    language: str
    probability: float | None
    declared: bool


def detect_language(text: str, *, title: str = "", declared: str = "", hinted: str = "") -> Detected:
    """The declared language, else the likeliest of title and text.

    ``hinted`` is what a page's own markup says: templates are often wrong, so it decides only when detection
    is not sure. A ``declared`` that is no language code is passed over; callers refuse it before.
    """
    if code := language_code(declared):
        return Detected(code, None, True)
    found = _likeliest(f"{title}\n{text}"[:ENOUGH])
    if (found.probability or 0.0) < SURE and (code := language_code(hinted)):
        return Detected(code, None, True)
    return found


def language_code(name: str) -> str:
    """The language of a code such as ``de``, ``fr-CA`` or ``en_GB``; empty when it is none."""
    match = CODE.fullmatch(name.strip())
    return match[1].lower() if match else ""


def _likeliest(text: str) -> Detected:
    detector = _factory().create()
    detector.append(text)
    try:
        best = detector.get_probabilities()
    except LangDetectException:  # no letters to go by
        best = []
    return Detected(language_code(best[0].lang), best[0].prob, False) if best else Detected("", None, False)


@cache
def _factory() -> DetectorFactory:
    """The language profiles, loaded once (about half a second)."""
    factory = DetectorFactory()
    factory.seed = SEED
    factory.load_profile(PROFILES_DIRECTORY)
    return factory

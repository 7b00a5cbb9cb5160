"""How likely an attribution is right: the share that its rule got right on annotated news of its language.

``languages/<code>/confidence.tsv`` counts, for each rule, the attributions that were right (content overlapping an
annotated one by at least one half) among those it made. A rule that was seldom seen is drawn towards the language's
average, so that two lucky hits do not read as certainty. ``benchmarks/calibration.py`` makes the counts and shows
that the share that is right rises with the confidence on texts that the counts were not made from.
"""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import FOLDER

# Sightings that the average counts for: with ten, a rule seen ten times is believed half.
PRIOR = 10
UNKNOWN = 0.6  # no counts at all


@cache
def _table(language: str) -> dict[str, tuple[int, int]]:
    path = FOLDER / language / "confidence.tsv"
    rows = [
        row.split("\t") for row in path.read_text(encoding="utf-8").splitlines() if not row.startswith("#")
    ]
    return {rule: (int(right), int(of)) for rule, right, of in rows}


@cache
def confidence_of(rule: str, language: str) -> float:
    """A share between 0 and 1, rounded to hundredths."""
    table = _table(language)
    total = sum(of for _, of in table.values())
    average = sum(right for right, _ in table.values()) / total if total else UNKNOWN
    right, of = table.get(rule, (0, 0))
    return round((right + PRIOR * average) / (of + PRIOR), 2)

"""A small scorer for the sample story, where the full one is not at hand.

Spans are compared by the letters and digits under them; attributions are paired one to one, the best overlap
first, when intersection over union of their contents is at least one half.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

MATCH = 0.5

Row = dict[str, Any]
Chars = frozenset[int]


def score(gold: list[Row], predicted: list[Row]) -> dict[str, float]:
    """F1 of contents; shares of right sources, cues and stances among the pairs whose gold side has one."""
    pairs = [
        (report["text"], *pair)
        for report, answer in zip(gold, predicted, strict=True)
        for pair in match(report["text"], report["attributions"], answer["attributions"])
    ]
    all_of_them = sum(len(report["attributions"]) for report in (*gold, *predicted))
    return {
        "content.f1": 2 * len(pairs) / all_of_them,
        "source.accuracy": _share(pairs, "source"),
        "cue.accuracy": _share(pairs, "cue"),
        "stance.accuracy": sum(mine["stance"] == theirs["stance"] for _, mine, theirs in pairs)
        / max(len(pairs), 1),
    }


def disagreements(gold: list[Row], predicted: list[Row]) -> dict[str, float]:
    """How many of the places where a report departs from the others carry a note that says so, and how many notes do.

    A sentence that stands at several places of a story is one note.
    """
    found, named = 0, _departing(gold)
    for report, answer in zip(gold, predicted, strict=True):
        for mine, theirs in match(report["text"], report["attributions"], answer["attributions"]):
            found += id(mine) in named and bool(theirs.get("conflict"))
    notes = {
        (report.get("story"), one["conflict"])
        for report, answer in zip(gold, predicted, strict=True)
        for one in answer["attributions"]
        if one.get("conflict")
    }
    return {
        "conflict.recall": found / max(len(named), 1),
        "conflict.precision": found / max(len(notes), found, 1),
    }


def _departing(gold: list[Row]) -> set[int]:
    """Attributions (by identity) that a note says to be in conflict, or that have another day than most reports."""
    all_of_them = [one for report in gold for one in report["attributions"]]
    days: dict[str, Counter[str]] = defaultdict(Counter)
    for report in gold:
        told = {(one["claim"], one["said_on"]) for one in report["attributions"] if one.get("said_on")}
        for claim, day in told:
            days[claim][day] += 1
    usual = {claim: counts.most_common(1)[0][0] for claim, counts in days.items()}
    return {
        id(one)
        for one in all_of_them
        if one.get("conflict") or (one.get("said_on") and one["said_on"] != usual[one["claim"]])
    }


def match(text: str, gold: list[Row], predicted: list[Row]) -> list[tuple[Row, Row]]:
    """Pairs of a gold and a predicted attribution of one report."""
    overlaps = [
        (overlap(characters(text, mine["content"]), characters(text, theirs["content"])), g, p)
        for g, mine in enumerate(gold)
        for p, theirs in enumerate(predicted)
    ]
    pairs: dict[int, int] = {}
    for value, g, p in sorted(overlaps, reverse=True):
        if value >= MATCH and g not in pairs and p not in pairs.values():
            pairs[g] = p
    return [(gold[g], predicted[p]) for g, p in pairs.items()]


def characters(text: str, spans: list[list[int]]) -> Chars:
    """The offsets of the letters and digits under the spans."""
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def overlap(a: Chars, b: Chars) -> float:
    """Intersection over union; two empty spans agree."""
    return len(a & b) / len(a | b) if a or b else 1.0


def _share(pairs: list[tuple[str, Row, Row]], field: str) -> float:
    asked = [(text, mine, theirs) for text, mine, theirs in pairs if mine.get(field)]
    right = [
        overlap(characters(text, mine[field]), characters(text, theirs.get(field) or [])) >= MATCH
        for text, mine, theirs in asked
    ]
    return sum(right) / max(len(right), 1)

"""How often what the pages show is right, as measured: read from the committed floors of the quality tests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).resolve().parents[1] / "tests" / "quality" / "floors.json"
UNSEEN = "laboratory"
SETS = {"de": "de_dev", "en": "en_dev", "fr": "fr_wikinews_dev"}


@dataclass(frozen=True, slots=True)
class Measured:
    """Whole percents that are reached at least; None where nothing was measured."""

    language: str
    found: int | None  # F1 of what is said: how well the words are found
    speaker: int | None  # who is named as its source
    stance: int | None


@dataclass(frozen=True, slots=True)
class Unseen:
    found: int | None  # F1 of what is said
    speakers: int | None  # B-cubed F1
    joined: int | None  # of the pairs of wordings that are one claim, those that were found and put together


@dataclass(frozen=True, slots=True)
class Figures:
    """``unseen`` are the figures of a story that nobody read while the rules were written."""

    languages: tuple[Measured, ...]
    same_claim: int | None  # B-cubed F1 of claims joined across reports and languages
    same_speaker: int | None
    unseen: Unseen | None


@cache
def measured() -> Figures | None:
    """The figures; None when the file is not there, as in a copy without the tests."""
    if not FLOORS.exists():
        return None
    sets: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))["sets"]
    joined = sets.get("reports", {}).get("floors", {})
    return Figures(
        languages=tuple(
            _measured(language, sets.get(name, {}).get("floors", {})) for language, name in SETS.items()
        ),
        same_claim=_percent(joined.get("claim.b_cubed.f1")),
        same_speaker=_percent(joined.get("speaker.b_cubed.f1")),
        unseen=_unseen(sets.get(UNSEEN, {}).get("floors")),
    )


def _unseen(floors: dict[str, float] | None) -> Unseen | None:
    if not floors:
        return None
    return Unseen(
        found=_percent(floors.get("content.f1")),
        speakers=_percent(floors.get("speaker.b_cubed.f1")),
        joined=_percent(floors.get("claim_pairs_end_to_end.recall")),
    )


def _measured(language: str, floors: dict[str, float]) -> Measured:
    return Measured(
        language=language,
        found=_percent(floors.get("content.f1")),
        speaker=_percent(floors.get("source.accuracy")),
        stance=_percent(floors.get("stance.accuracy")),
    )


def _percent(share: float | None) -> int | None:
    return None if share is None else round(100 * share)

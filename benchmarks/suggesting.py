"""How surely a report without a story is suggested its own, and how often another one: every report left out in turn.

``python -m benchmarks.suggesting``. The stories are the tests' own events (a report a language), the sample and,
where they lie beside the repository, the five real reports on the sample's affair and news of one report each.
"""

from __future__ import annotations

import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from articles.text import clean
from claims.matching.suggesting import SUGGESTED, Other, Rarity, Trait, suggest, traits_of
from newsclaims.places import ROOT

EVENTS = ROOT / "tests" / "matching" / "events.tsv"
SAMPLE = ROOT / "samples" / "gold.jsonl"
BESIDE = ROOT.parent / "shared"
AFFAIR = "affair"  # of the sample and of the real reports


@dataclass(frozen=True, slots=True)
class Told:
    """One report of a story, as suggesting reads it."""

    story: str
    name: str
    traits: tuple[Trait, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one report was suggested: its own story's place and score, and the best score of another story."""

    name: str
    place: int | None
    own: float
    other: float


def lines() -> Iterator[str]:
    begun = time.process_time()
    own = [*events(), *reports(SAMPLE, AFFAIR), *reports(BESIDE / "reports" / "gold.jsonl", AFFAIR)]
    read = time.process_time() - begun
    yield f"{len(own)} reports of {len({one.story for one in own})} stories, read in {read:.1f} s"
    yield _summary(left_out(own), "among themselves")
    crowd = [one for name in ("de_dev", "fr_wikinews_dev", "en_dev") for one in singles(name)]
    if crowd:
        outcomes = left_out([*own, *crowd])
        yield _summary(outcomes[: len(own)], f"among {len(crowd)} other reports")
        strange = [one for one in outcomes[len(own) :] if one.other >= SUGGESTED]
        yield f"of these {len(crowd)}, each a story of its own, {len(strange)} are suggested another's story"


def events() -> list[Told]:
    """The tests' made-up events: all statements of one in one language are a report."""
    words: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in EVENTS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            event, statement, language, text = line.split("\t")
            if not statement.endswith("!"):
                words[event, language].append(text)
    return [
        Told(event, f"{event} {language}", traits_of("", "\n".join(texts), language))
        for (event, language), texts in sorted(words.items())
    ]


def reports(path: Path, story: str) -> list[Told]:
    return [_told(row, story) for row in _rows(path)]


def singles(name: str) -> list[Told]:
    return [_told(row, row["id"]) for row in _rows(BESIDE / "eval" / f"{name}.jsonl")]


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _told(row: dict[str, str], story: str) -> Told:
    return Told(story, row["id"], traits_of("", clean(row["text"]).text, row["lang"]))


def left_out(told: list[Told]) -> list[Outcome]:
    """Suggest to each report, by the reports of all others, with no threshold."""
    having = Counter(mark for _, mark in {(one.story, trait.mark) for one in told for trait in one.traits})
    rarity = Rarity(len({one.story for one in told}), having)
    others = [Other(one.story, None, {trait.mark: trait.weight for trait in one.traits}) for one in told]
    return [_outcome(one, others[:place] + others[place + 1 :], rarity) for place, one in enumerate(told)]


def _outcome(one: Told, others: list[Other[str]], rarity: Rarity) -> Outcome:
    ranked = suggest(one.traits, None, others, rarity, least=0.0, most=len(others))
    stories = [suggestion.story for suggestion in ranked]
    place = stories.index(one.story) if one.story in stories else None
    return Outcome(
        one.name,
        place,
        ranked[place].score if place is not None else 0.0,
        max((suggestion.score for suggestion in ranked if suggestion.story != one.story), default=0.0),
    )


def _summary(outcomes: list[Outcome], among: str) -> str:
    first = sum(one.place == 0 for one in outcomes)
    least = min(one.own for one in outcomes)
    strange = max(one.other for one in outcomes)
    return (
        f"{among}: own story first {first}/{len(outcomes)}, at least {least:.2f}; "
        f"another story at most {strange:.2f} (suggested from {SUGGESTED})"
    )


if __name__ == "__main__":
    for printed in lines():
        print(printed, flush=True)

"""How fast a story is linked, how the time grows with it, and how well gold attributions are joined.

``python -m benchmarks.linking``. The stories are the tests' own sentences over and over, each copy by other
people in other articles; the gold lies beside the repository and is left out when it does not.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from typing import Any

from claims.extraction.records import Speaker
from claims.matching.linking import Saying, link
from newsclaims.places import ROOT

EVENTS = ROOT / "tests" / "matching" / "events.tsv"
GOLD = ROOT.parent / "shared" / "reports" / "gold.jsonl"
SIZES = (500, 1000, 2000, 5000)


def lines() -> Iterator[str]:
    link(story(50))  # reads the dictionaries
    yield f"{'sayings':>8}{'claims':>8}{'seconds':>9}"
    for size in SIZES:
        sayings = story(size)
        begun = time.process_time()
        claims = link(sayings)
        yield f"{size:>8}{len(claims):>8}{time.process_time() - begun:>9.2f}"
    if GOLD.exists():
        precision, recall = on_gold()
        yield f"gold attributions of the five reports: claim pairs P {precision:.3f} R {recall:.3f}"


def story(size: int) -> list[Saying]:
    """Sayings of a made-up story: ten copies of each sentence by one speaker, then other speakers'."""
    rows = [line.split("\t") for line in EVENTS.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    result = []
    for number in range(size):
        event, said, language, words = rows[number % len(rows)]
        copy = number // len(rows)
        speaker = Speaker(f"{event}-{copy // 10}", f"Sprecher {event.title()}{copy // 10}", "person")
        article = f"{copy}-{language}"
        result.append(Saying(f"{number:05}", article, language, words, "asserts", "indirect", speaker))
    return result


def on_gold() -> tuple[float, float]:
    """Precision and recall of the pairs that are put together, with the gold's own speakers."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    gold: dict[str, str] = {}
    sayings: list[Saying] = []
    for row in rows:
        sayings.extend(_sayings(row, gold))
    found = {key: place for place, group in enumerate(link(sayings)) for key in group.sayings}
    both = _pairs((gold[key], found[key]) for key in gold)
    return both / _pairs(found.values()), both / _pairs(gold.values())


def _sayings(row: dict[str, Any], gold: dict[str, str]) -> Iterator[Saying]:
    before = ""
    for number, given in enumerate(row["attributions"]):
        key = f"{row['id']}-{number:02}"
        gold[key] = given["claim"]
        yield Saying(
            key=key,
            article=row["id"],
            language=row["lang"],
            content=" ".join(row["text"][start:end] for start, end in given["content"]),
            stance=given["stance"],
            type=given["type"],
            speaker=_speaker(given.get("speaker")),
            via=_speaker(given.get("via")),
            published=date.fromisoformat(row["published"]),
            nested=bool(given.get("nested")),
            continues=before if given.get("continuation") else "",
        )
        before = key


def _speaker(slug: str | None) -> Speaker | None:
    return Speaker(slug, slug.replace("-", " ").title()) if slug else None


def _pairs(clusters: Iterable[Hashable]) -> int:
    return sum(size * (size - 1) // 2 for size in Counter(clusters).values())


if __name__ == "__main__":
    for printed in lines():
        print(printed, flush=True)

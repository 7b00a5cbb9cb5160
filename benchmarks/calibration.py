"""How often each rule is right, and whether the confidence that follows from it means something.

``python -m benchmarks.calibration`` prints, on texts that the table was not made from, the share that is right in each
band of confidence. ``--write`` makes the tables ``claims/extraction/languages/<code>/confidence.tsv`` anew from the
annotated news beside the repository. An attribution is right when its content overlaps an annotated one by one half.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from claims.extraction.lexicon import FOLDER, LANGUAGES
from claims.extraction.pipeline import extract
from claims.extraction.records import Attribution
from newsclaims.places import ROOT

EVAL = ROOT.parent / "shared" / "eval"
MADE_FROM = {"de": "de_dev", "en": "en_dev", "fr": "fr_wikinews_dev"}
CHECKED_ON = {"de": ("de_train", 300), "en": ("en_train", 100)}
BANDS = ((0.0, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01))

Counts = dict[str, Counter[bool]]


def lines() -> Iterator[str]:
    for language, (name, most) in CHECKED_ON.items():
        if not (path := EVAL / f"{name}.jsonl").exists():
            continue
        bands: dict[tuple[float, float], Counter[bool]] = defaultdict(Counter)
        for one, is_right in judged(path, most):
            bands[next(band for band in BANDS if band[0] <= one.confidence < band[1])][is_right] += 1
        yield f"{language}: confidence, share right on {name} (first {most}), of"
        for band in BANDS:
            if total := bands[band].total():
                yield f"  {band[0]:.1f}–{min(band[1], 1):.1f}{bands[band][True] / total:>8.2f}{total:>7}"


def judged(path: Path, most: int | None = None) -> Iterator[tuple[Attribution, bool]]:
    """Each attribution found in the reports of a file, and whether the gold has it."""
    rows = path.read_text(encoding="utf-8").splitlines()[:most]
    for row in map(json.loads, rows):
        gold = [_letters(one["content"], row["text"]) for one in row["attributions"]]
        for one in extract(row["text"], language=row["lang"]):
            words = _letters(one.content, row["text"])
            yield one, any(len(words & theirs) >= 0.5 * len(words | theirs) for theirs in gold)


def _letters(spans: Iterable[Iterable[int]], text: str) -> set[int]:
    return {at for start, end in spans for at in range(start, end) if text[at].isalnum()}


def write() -> None:
    for language in LANGUAGES:
        counts: Counts = defaultdict(Counter)
        for one, is_right in judged(EVAL / f"{MADE_FROM[language]}.jsonl"):
            counts[one.rule][is_right] += 1
        rows = [f"{rule}\t{found[True]}\t{found.total()}" for rule, found in sorted(counts.items())]
        head = "# rule\tright\tof: attributions on annotated news; made by benchmarks/calibration.py\n"
        (FOLDER / language / "confidence.tsv").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if "--write" in sys.argv:
        write()
    for line in lines():
        print(line)
